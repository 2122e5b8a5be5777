import { basename } from 'node:path';
import type { AccessKey } from '../../shared/access-key.ts';
import { doubtsOf } from '../../shared/doubts.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type RegisteredProject, registeredProjects } from '../machine/records/registry.ts';
import { loadRegistered } from '../project/load.ts';
import { type Project, projectFileName } from '../project/project.ts';
import { install, type Origin } from './install.ts';
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

/** The number of plans that are made at once and kept in memory; they are installed one by one. */
const atOnce = 16;

/** Called after each project. */
type Progress = (done: number, all: number) => void;

/** Plans the installation of a key in each project. Reads only. */
export async function planAll(
  projects: readonly Project[],
  key: AccessKey,
  { merchant }: Origin,
  progress: Progress,
): Promise<Member[]> {
  return inBatches(projects, key, merchant, progress, async (project, plan) =>
    plan instanceof Refusal ? refused(project, plan) : member(plan, 'to-install'),
  );
}

/**
 * Installs a key in each project, all of a project's targets or none. A failure in one project does not stop the others. A
 * key that is already in place is left there, so an interrupted run can be repeated.
 */
export async function installAll(
  projects: readonly Project[],
  key: AccessKey,
  origin: Origin,
  progress: Progress,
): Promise<Member[]> {
  return inBatches(projects, key, origin.merchant, progress, (project, plan) =>
    installOne(project, plan, origin),
  );
}

/** Plans a few projects together, and then does something with each plan, one after the other. */
async function inBatches(
  projects: readonly Project[],
  key: AccessKey,
  merchant: string | undefined,
  progress: Progress,
  each: (project: Project, plan: Plan | Refusal) => Promise<Member>,
): Promise<Member[]> {
  const members: Member[] = [];
  for (let start = 0; start < projects.length; start += atOnce) {
    const some = projects.slice(start, start + atOnce);
    const plans = await makePlans(some, key);
    for (const [index, project] of some.entries()) {
      members.push(await each(project, agreed(plans[index], merchant)));
      progress(members.length, projects.length);
    }
  }
  return members;
}

async function installOne(project: Project, plan: Plan | Refusal, origin: Origin): Promise<Member> {
  if (plan instanceof Refusal) return refused(project, plan);
  const planned = member(plan, 'installed');
  if (planned.outcome === 'unchanged') return planned;
  try {
    const [doubt] = doubtsOf(await install(plan, origin));
    return doubt
      ? { ...planned, outcome: 'in-doubt', reason: { code: doubt.code, params: doubt.params } }
      : planned;
  } catch (error) {
    if (error instanceof Refusal) return refused(project, error);
    throw error;
  }
}

function agreed(
  plan: Plan | Refusal = new Refusal('internal'),
  merchant: string | undefined,
): Plan | Refusal {
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
