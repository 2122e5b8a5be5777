import { type Environment, environments } from '../../shared/environment.ts';
import type { Receipt } from '../../shared/wire.ts';
import { isProjectAllowed } from '../install/external/consent.ts';
import { type Tracking, trackingOf } from '../install/targets/git-guard.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import { type Project, projectFileName } from '../project/project.ts';
import { type ClearKey, clearKeyIn, type NamedKey, nameKey } from './clear-key.ts';
import { type ExternalStatus, externalStatus } from './external-status.ts';
import { finding, findingOf, type StatusFinding } from './finding.ts';
import { judgeFile, judgeKey } from './judge.ts';
import { type ReadTarget, readTarget } from './read-target.ts';

/** The status of one target. It contains no secret. */
export interface TargetStatus {
  readonly file: string;
  /** `null` where the file has no readable key, or is not to have one. */
  readonly key: NamedKey | null;
  /** The time when this machine wrote this key there; `null` where it did not. */
  readonly installed: string | null;
  /** The file has the same key as all files of the environment, and the one that was last installed in it. */
  readonly inStep: boolean;
  /** `null` where the file is missing, or git did not tell. */
  readonly git: Tracking | null;
  readonly findings: readonly StatusFinding[];
}

/** A product that takes the key by hand: which one it holds is not known, only what a person said. */
export interface ByHandStatus {
  readonly title: string;
  /** The key that a person said last to have entered there, and when; `null` where nobody did. */
  readonly entered: { readonly masked: string; readonly fingerprint: string; readonly at: string } | null;
}

export interface EnvironmentStatus {
  readonly environment: Environment;
  readonly targets: readonly TargetStatus[];
  /** The external targets. */
  readonly external: readonly ExternalStatus[];
  readonly byHand: readonly ByHandStatus[];
  /** About the environment as a whole. */
  readonly findings: readonly StatusFinding[];
}

interface Held {
  readonly target: ReadTarget;
  readonly held: ClearKey | undefined;
  readonly findings: StatusFinding[];
}

/** The facts by which the targets of an environment are judged. */
interface Circumstances {
  readonly project: Project;
  readonly environment: Environment;
  readonly journal: Journal;
  readonly merchants: readonly string[];
  /** `undefined` where git did not tell. */
  readonly git: ReadonlyMap<string, Tracking> | undefined;
  /** All targets for the key have the same one. */
  readonly agree: boolean;
}

/** Options for reading the status of many projects. */
interface StatusOptions {
  readonly journal?: Journal;
  /** Skips asking git about each file, which takes longer than all the rest. */
  readonly withoutGit?: boolean;
}

/**
 * Determines which key is in which file of a project. Reads only; a problem with one file is among its findings and does not
 * hide the others.
 *
 * @throws Refusal `state-failed` where the journal cannot be read
 */
export async function projectStatus(
  project: Project,
  options: StatusOptions = {},
): Promise<EnvironmentStatus[]> {
  const { journal = await readJournal(), withoutGit = false } = options;
  const known = environments.filter(
    (environment) => project.environments.includes(environment) || project.byHand(environment).length > 0,
  );
  return Promise.all(known.map((environment) => statusOf(project, environment, journal, withoutGit)));
}

async function statusOf(
  project: Project,
  environment: Environment,
  journal: Journal,
  withoutGit: boolean,
): Promise<EnvironmentStatus> {
  const found = await mapBounded(project.targets(environment), async (target) =>
    holding(await readTarget(project, target)),
  );
  const findings: StatusFinding[] = [];
  const paths = found.flatMap(({ target }) => target.path ?? []);
  const git = withoutGit ? undefined : await finding(findings, () => trackingOf(paths, project.dir));
  const readable = found.filter((one) => concernsKey(one) && !one.target.encrypted);
  const agree = new Set(readable.map(({ held }) => held?.accessKey)).size <= 1;
  if (!agree) findings.push(findingOf('keys-differ', { environment }));
  const merchants = likelyMerchants(project, found, journal);
  const external = externalStatus(project, environment, journal);
  if (external.length > 0 && !(await isProjectAllowed(project)))
    findings.push(notAllowed(project, environment));
  const circumstances = { project, environment, journal, merchants, git, agree };
  const targets = await Promise.all(found.map((held) => judge(held, circumstances)));
  const byHand = byHandStatus(project, environment, journal);
  return { environment, targets, external, byHand, findings };
}

function notAllowed(project: Project, environment: Environment): StatusFinding {
  const [{ line } = { line: 1 }] = project.external(environment);
  return findingOf('project-not-allowed', { file: projectFileName, line });
}

function holding(target: ReadTarget): Held {
  const findings = [...target.findings];
  const held =
    target.wantsKey && !target.encrypted ? clearKeyIn(target.file, target.values, findings) : undefined;
  return { target, held, findings };
}

/** Whether a file counts in the comparison: one that cannot be read does not have the key of the others. */
function concernsKey({ target: { wantsKey, stat, findings } }: Held): boolean {
  return wantsKey || stat === undefined || findings.length > 0;
}

async function judge(one: Held, circumstances: Circumstances): Promise<TargetStatus> {
  const { target, held, findings } = one;
  const { project, environment, journal, merchants, git, agree } = circumstances;
  const { file, path } = target;
  const tracking = (path && git?.get(path)) || null;
  const others = () => [...new Set(journal.receipts.map((receipt) => receipt.key.merchantId))];
  const key = held ? await nameKey(held, merchants, others, journal) : null;
  const latest = latestReceipt(file, circumstances);
  findings.push(...judgeFile(target, key !== null, tracking, environment));
  if (key) findings.push(...judgeKey(file, key, { environment, project, latest }));
  const asInstalled = key !== null && latest?.key.fingerprint === key.fingerprint;
  const stepped = agree && (latest === undefined || asInstalled);
  const installed = asInstalled ? latest.installed : null;
  return { file, key, installed, inStep: key ? stepped : !concernsKey(one), git: tracking, findings };
}

function byHandStatus(project: Project, environment: Environment, journal: Journal): ByHandStatus[] {
  const said = journal.enteredIn(project.id, environment);
  return project.byHand(environment).map(({ plugin: { name, title } }) => {
    if (!said?.entered.includes(name)) return { title, entered: null };
    const { masked, fingerprint } = said.key;
    return { title, entered: { masked, fingerprint, at: said.at } };
  });
}

function latestReceipt(file: string, { project, environment, journal }: Circumstances): Receipt | undefined {
  return journal
    .ofProject(project.id)
    .find(
      ({ key, targets }) => key.environment === environment && targets.some((target) => target.file === file),
    );
}

function likelyMerchants({ id, merchant }: Project, found: readonly Held[], journal: Journal): string[] {
  return [
    ...(merchant ? [merchant.word] : []),
    ...found.flatMap(({ held }) => held?.merchantId ?? []),
    ...journal.ofProject(id).map(({ key }) => key.merchantId),
  ];
}
