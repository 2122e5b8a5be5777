import type { AccessKey } from '../../shared/access-key.ts';
import { type Environment, environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { MerchantChange } from '../../shared/wire.ts';
import type { FormatContext } from '../formats/format.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type Project, projectFileName, type SameFileTargets, type Target } from '../project/project.ts';
import type { PlannedExternal } from './external/planned.ts';
import { merchantChangeOf } from './merchant-change.ts';
import { type PlannedFile, planFile } from './planned-file.ts';
import { attributesOf, refuseMountPoints } from './targets/attributes.ts';
import { guardAgainstGit } from './targets/git-guard.ts';
import { resolveTarget, sha256, takeSnapshot } from './targets/snapshot.ts';

/** All that one installation will do, computed and verified in memory. It contains secrets: never print it. */
export interface Plan {
  readonly project: Project;
  readonly key: AccessKey;
  readonly files: readonly PlannedFile[];
  /** In the order of delivery: those that cannot be reverted come last. */
  readonly external: readonly PlannedExternal[];
  /** Messages that a person should read, though they stop nothing. */
  readonly notices: readonly Refusal[];
  /** Left out where the merchant stays. */
  readonly merchantChange?: MerchantChange;
  /** Identifies exactly this plan, by 64 hexadecimal digits: the project, the files as read, the files as they will be. */
  readonly digest: string;
}

interface TargetGroup {
  readonly path: string;
  readonly targets: SameFileTargets;
}

/**
 * Plans the installation of a key into a project's targets for the key's environment. Reads only.
 *
 * @throws Refusal `merchant-mismatch`, `project-environment-missing`, `target-by-hand`, and any refusal of a target; for a
 *   production key `file-tracked`, `file-not-ignored`, `git-failed`; with external targets `project-not-allowed`,
 *   `command-…`, `vault-…`
 */
export async function makePlan(project: Project, key: AccessKey): Promise<Plan> {
  const [plan] = refusingAttributes([await draftPlan(project, key)]);
  if (!plan || plan instanceof Refusal) throw plan ?? new Refusal('internal');
  return plan;
}

/** As `makePlan`, of many projects; where one is refused, why. */
export async function makePlans(projects: readonly Project[], key: AccessKey): Promise<(Plan | Refusal)[]> {
  const drafts = await mapBounded(projects, async (project) => {
    try {
      return await draftPlan(project, key);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  });
  return refusingAttributes(drafts);
}

/** The files were read before it is asked what else they have: what comes to one later, its change time tells. */
function refusingAttributes(drafts: readonly (Plan | Refusal)[]): (Plan | Refusal)[] {
  const plans = drafts.filter((draft) => 'files' in draft);
  const refusals = attributesOf(
    plans.map(({ project: { dir }, files }) => ({
      dir,
      files: files.map(({ file, snapshot: { path } }) => ({ file, path })),
    })),
  );
  const refused = new Map(plans.map((plan, index) => [plan, refusals[index]]));
  return drafts.map((draft) => ('files' in draft ? (refused.get(draft) ?? draft) : draft));
}

/** A plan of files of which it is not known yet whether they have more than their contents. */
async function draftPlan(project: Project, key: AccessKey): Promise<Plan> {
  checkMerchant(project, key);
  const targets = project.targets(key.environment);
  if (!project.environments.includes(key.environment)) {
    throw nothingToWrite(project, key.environment);
  }
  const external = await planExternal(project, key);
  const groups = groupByFile(project, targets);
  const places = groups.map(({ path, targets: [{ file }] }) => ({ path, file }));
  const gitNotices = await guardAgainstGit(places, key.environment, project.dir);
  refuseMountPoints(places);
  const files = await mapBounded(groups, ({ path, targets }) =>
    planFile(takeSnapshot(path, targets[0].file), targets, key, otherTargets(project, key, targets)),
  );
  const merchantChange = await changeOfMerchant(project, key, files, external);
  const digest = digestOf(project, key, files, external);
  const notices = [...gitNotices, ...files.flatMap((planned) => planned.notices)];
  return { project, key, files, external, notices, ...(merchantChange && { merchantChange }), digest };
}

function changeOfMerchant(
  { id: project }: Project,
  { merchantId }: AccessKey,
  files: readonly PlannedFile[],
  external: readonly PlannedExternal[],
): Promise<MerchantChange | undefined> {
  const changes =
    files.some(({ rewrite }) => rewrite.changed) ||
    external.some(({ summary }) => summary.change !== 'unchanged');
  const held = [...files, ...external].flatMap(({ merchants }) => merchants);
  return merchantChangeOf({ project, merchantId, held, changes });
}

/** Loaded on demand: few projects have external targets. */
async function planExternal(project: Project, key: AccessKey): Promise<PlannedExternal[]> {
  if (project.external(key.environment).length === 0) return [];
  const { planExternalTargets } = await import('./external/plan.ts');
  return planExternalTargets(project, key);
}

/** The addresses that the project sets in the same file for the other environment. */
function otherTargets(
  project: Project,
  { environment }: AccessKey,
  [{ file }]: SameFileTargets,
): FormatContext['other'] {
  const other = environments.find((each) => each !== environment) ?? environment;
  const settings = project
    .targets(other)
    .flatMap((target) => (target.file === file ? target.shapes.flat() : []));
  return { environment: other, addresses: settings.map(({ address }) => address) };
}

/** Why a project has no file for a key of an environment. */
export function nothingToWrite({ byHand }: Project, environment: Environment): Refusal {
  const [first] = byHand(environment);
  if (!first) return new Refusal('project-environment-missing', { file: projectFileName, environment });
  const { title: kit, name } = first.plugin;
  return new Refusal('target-by-hand', { environment, kit, name });
}

/** @throws Refusal `merchant-mismatch` where the project takes another merchant's keys only */
export function checkMerchant({ merchant }: Project, key: AccessKey): void {
  if (merchant === undefined || merchant.word === key.merchantId) return;
  const { word: wanted, line } = merchant;
  throw new Refusal('merchant-mismatch', { key: key.merchantId, wanted, line, file: projectFileName });
}

/** Several targets may be the same file, also through symbolic links. */
function groupByFile({ dir }: Project, targets: readonly Target[]): TargetGroup[] {
  const groups = new Map<string, [Target, ...Target[]]>();
  for (const target of targets) {
    const path = resolveTarget(dir, target.file);
    const group = groups.get(path);
    if (group) group.push(target);
    else groups.set(path, [target]);
  }
  return [...groups].map(([path, group]) => ({ path, targets: group }));
}

function digestOf(
  { id }: Project,
  { environment }: AccessKey,
  files: readonly PlannedFile[],
  external: readonly PlannedExternal[],
): string {
  const facts = files.map((file) => [file.snapshot.path, file.snapshot.sha256, resultOf(file)]);
  const beyond = external.length > 0 ? [external.map(({ state }) => state)] : [];
  return sha256(Buffer.from(JSON.stringify([id, environment, facts, ...beyond])));
}

/** Identifies a file's new contents. As encryption gives other bytes each time, encrypted values count by their plain text. */
function resultOf({ rewrite, assignments }: PlannedFile): string {
  if (!rewrite.encrypted) return sha256(rewrite.bytes);
  return sha256(Buffer.from(JSON.stringify(assignments.map(({ address, value }) => [address, value]))));
}
