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

/** What became of one project of many, or will. */
export type Outcome = 'installed' | 'in-doubt' | 'unchanged' | 'to-install' | 'refused' | 'passed-over';

/** One project of many, as it is told. Holds no secret. */
export interface Member {
  /** Its folder. */
  readonly dir: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** How many files were changed, or will be. */
  readonly changed: number;
  /** Why it was refused or skipped, or what is not known of a target beyond its files. */
  readonly reason?: Pick<Refusal, 'code' | 'params'>;
}

/** The projects of this machine that a key is for, and those that it is not for, each with the reason. */
interface Choice {
  readonly chosen: readonly Project[];
  readonly others: readonly Member[];
}

/**
 * Chooses among the registered projects those whose project file names the key's merchant and its environment. One that
 * names no merchant takes any key by itself, but none that is meant for many: nobody said that it is this shop's.
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
    // A project that was deleted is nobody's any more.
    const outcome = error.code === 'project-missing' ? 'passed-over' : 'refused';
    return member(outcome, error);
  }
}

/** So many plans are made at once and held in memory; they are installed one after the other. */
const atOnce = 16;

/** Told after each project. */
type Progress = (done: number, all: number) => void;

/** Says what installing a key in each project would do. Reads only. */
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
 * Installs a key in each project: in each all of its targets or none, and what goes wrong with one stops no other. A key
 * that is in place already is left there, so that whatever ended before its end goes on when it is called again.
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
