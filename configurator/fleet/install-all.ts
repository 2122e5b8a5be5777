import type { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { installFrom, type Origin } from '../apply/install-from.ts';
import { makePlan, type Plan } from '../apply/plan.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import type { Project } from '../project/project.ts';
import { withLock } from '../state/lock.ts';
import type { Member } from './member.ts';

/** So many plans are made at once and held in memory; they are installed one after the other. */
const atOnce = 16;

/** Told after each project. */
export type Progress = (done: number, all: number) => void;

/** Says what installing a key in each project would do. Reads only. */
export function planAll(projects: readonly Project[], key: AccessKey, progress: Progress): Promise<Member[]> {
  let done = 0;
  return mapBounded(projects, async (project) => {
    const plan = await planOf(project, key);
    progress(++done, projects.length);
    return plan instanceof Refusal ? refused(project, plan) : member(plan, 'to-install');
  });
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
  const members: Member[] = [];
  for (let start = 0; start < projects.length; start += atOnce) {
    const some = projects.slice(start, start + atOnce);
    const plans = await mapBounded(some, (project) => planOf(project, key));
    for (const [index, project] of some.entries()) {
      members.push(await installOne(project, plans[index], origin));
      progress(members.length, projects.length);
    }
  }
  return members;
}

async function installOne(
  project: Project,
  plan: Plan | Refusal | undefined,
  origin: Origin,
): Promise<Member> {
  if (!plan || plan instanceof Refusal) return refused(project, plan ?? new Refusal('internal'));
  const planned = member(plan, 'installed');
  if (planned.outcome === 'unchanged') return planned;
  const refusal = await refusalOf(() => withLock((lock) => installFrom(plan, origin, lock)));
  return refusal ? refused(project, refusal) : planned;
}

function planOf(project: Project, key: AccessKey): Promise<Plan | Refusal> {
  return makePlan(project, key).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

async function refusalOf(work: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
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
