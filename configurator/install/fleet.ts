import { basename } from 'node:path';
import type { AccessKey } from '../../shared/access-key.ts';
import { doubtsOf } from '../../shared/doubts.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type RegisteredProject, registeredProjects } from '../machine/records/registry.ts';
import { loadRegistered } from '../project/load.ts';
import { type Project, projectFileName } from '../project/project.ts';
import { installEach, type Origin } from './install.ts';
import { requireMerchant } from './merchant-change.ts';
import { FleetRefusal } from './messages.ts';
import { makePlans, type Plan } from './plan.ts';

/** The result for one project of many, planned or done. */
export type Outcome = 'installed' | 'in-doubt' | 'unchanged' | 'to-install' | 'refused' | 'passed-over';

/** The report on one project of many. It contains no secret. */
export interface Member {
  /** Its folder. */
  readonly dir: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** The number of files that were changed, or will be. */
  readonly changed: number;
  /** Why it was refused or skipped, or what is in doubt about an external target. */
  readonly reason?: Pick<Refusal, 'code' | 'params'>;
}

/** The projects of this machine that take a key, and the others, each with the reason. */
interface Choice {
  readonly chosen: readonly Project[];
  readonly others: readonly Member[];
}

/**
 * Chooses the registered projects whose project file names the key's merchant and environment. A project file without a
 * merchant accepts any key on its own, but not one for many projects: nothing tells that it is this shop's.
 */
export async function chooseProjects(key: AccessKey): Promise<Choice> {
  const judged = await mapBounded(await registeredProjects(), (registered) => judge(registered, key));
  const chosen = judged.filter((each) => 'targets' in each);
  const others = judged.filter((each) => 'outcome' in each);
  return { chosen: chosen.sort((a, b) => a.dir.localeCompare(b.dir)), others };
}

async function judge(registered: RegisteredProject, key: AccessKey): Promise<Project | Member> {
  const { dir } = registered;
  const name = basename(dir);
  const member = (outcome: Member['outcome'], { code, params }: Refusal): Member => ({
    dir,
    name,
    outcome,
    changed: 0,
    reason: { code, params },
  });
  try {
    const project = await loadRegistered(registered);
    const { merchant, environments } = project;
    const [file, { environment }] = [projectFileName, key];
    if (merchant === undefined) {
      return member('passed-over', new FleetRefusal('fleet-merchant-unnamed', { file }));
    }
    if (merchant.word !== key.merchantId) {
      const { word: wanted, line } = merchant;
      const mismatch = new Refusal('merchant-mismatch', { key: key.merchantId, wanted, line, file });
      return member('passed-over', mismatch);
    }
    if (environments.includes(environment)) return project;
    return member('passed-over', new Refusal('project-environment-missing', { file, environment }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The project was deleted.
    const outcome = error.code === 'project-missing' ? 'passed-over' : 'refused';
    return member(outcome, error);
  }
}

/** The number of plans that are made at once and kept in memory. */
const atOnce = 16;

/** Called after each batch of projects. */
type Progress = (done: number, all: number) => void;

/** Plans the installation of a key in each project. Reads only. */
export function planAll(
  projects: readonly Project[],
  key: AccessKey,
  { merchant }: Origin,
  progress: Progress,
): Promise<Member[]> {
  const run = async (plans: readonly Plan[]) =>
    new Map(plans.map((plan) => [plan, member(plan, 'to-install')]));
  return inBatches(projects, key, merchant, progress, run);
}

/**
 * Installs a key in each project, all of a project's targets or none. A failure in one project does not stop the others. A
 * key that is already in place is left there, so an interrupted run can be repeated.
 */
export function installAll(
  projects: readonly Project[],
  key: AccessKey,
  origin: Origin,
  progress: Progress,
): Promise<Member[]> {
  return inBatches(projects, key, origin.merchant, progress, (plans) => installPlans(plans, origin));
}

/** Plans a batch of projects at once and runs something with the plans that are not refused, in batches until all are done. */
async function inBatches(
  projects: readonly Project[],
  key: AccessKey,
  merchant: string | undefined,
  progress: Progress,
  run: (plans: readonly Plan[]) => Promise<ReadonlyMap<Plan, Member>>,
): Promise<Member[]> {
  const members = new Map<Project, Member>();
  for (let left = [...projects]; left.length > 0; left = left.filter((project) => !members.has(project))) {
    const some = left.slice(0, atOnce);
    const plans = (await makePlans(some, key)).map((plan) => agreed(plan, merchant));
    for (const [index, project] of some.entries()) {
      const plan = plans[index];
      if (plan instanceof Refusal) members.set(project, refused(project, plan));
    }
    const ready = apartByFile(plans.filter((plan) => 'files' in plan));
    for (const [{ project }, done] of await run(ready)) members.set(project, done);
    progress(members.size, projects.length);
  }
  return projects.flatMap((project) => members.get(project) ?? []);
}

/** Leaves out plans that share a file with an earlier one: they are made again once the earlier one is installed. */
function apartByFile(plans: readonly Plan[]): Plan[] {
  const taken = new Set<string>();
  return plans.filter(({ files }) => {
    const paths = files.map(({ snapshot: { path } }) => path);
    if (paths.some((path) => taken.has(path))) return false;
    for (const path of paths) taken.add(path);
    return true;
  });
}

/** Installs plans that only change files concurrently. Those that run commands or ask a server run one by one. */
async function installPlans(plans: readonly Plan[], origin: Origin): Promise<ReadonlyMap<Plan, Member>> {
  const members = new Map(plans.map((plan) => [plan, member(plan, 'installed')]));
  const toDo = plans.filter((plan) => members.get(plan)?.outcome === 'installed');
  const beyond = toDo.filter(({ external }) => external.length > 0);
  const filesOnly = toDo.filter(({ external }) => external.length === 0);
  for (const some of [filesOnly, ...beyond.map((plan) => [plan])]) {
    for (const [plan, done] of await installSome(some, origin)) members.set(plan, outcomeOf(plan, done));
  }
  return members;
}

async function installSome(plans: readonly Plan[], origin: Origin): Promise<Map<Plan, Receipt | Error>> {
  if (plans.length === 0) return new Map();
  try {
    return await installEach(plans, origin);
  } catch (error) {
    if (error instanceof Refusal) return new Map(plans.map((plan) => [plan, error]));
    throw error;
  }
}

/** @throws Error that is no refusal: a bug */
function outcomeOf(plan: Plan, done: Receipt | Error): Member {
  if (done instanceof Refusal) return refused(plan.project, done);
  if (done instanceof Error) throw done;
  const planned = member(plan, 'installed');
  const [doubt] = doubtsOf(done);
  if (!doubt) return planned;
  return { ...planned, outcome: 'in-doubt', reason: { code: doubt.code, params: doubt.params } };
}

function agreed(plan: Plan | Refusal, merchant: string | undefined): Plan | Refusal {
  if (plan instanceof Refusal) return plan;
  try {
    requireMerchant(plan, merchant);
    return plan;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function member({ project: { dir, name }, files, external }: Plan, outcome: Member['outcome']): Member {
  const changed = files.filter(({ rewrite }) => rewrite.changed).length;
  const beyond = external.filter(({ summary }) => summary.change !== 'unchanged').length;
  return { dir, name, changed, outcome: changed + beyond > 0 ? outcome : 'unchanged' };
}

function refused({ dir, name }: Project, { code, params }: Refusal): Member {
  return { dir, name, outcome: 'refused', changed: 0, reason: { code, params } };
}
