import type { AccessKey } from '../../shared/access-key.ts';
import type { KeySummary, Remaining as WireRemaining } from '../../shared/wire.ts';
import { summarizeKey } from '../install/install.ts';
import { withLock } from '../machine/lock.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { receiptsOf } from '../machine/records/journal.ts';
import { noteKeyEnd } from '../machine/records/key-ends.ts';
import { knownKeys, rememberKey } from '../machine/records/known-keys.ts';
import { beginRotation, endRotation, rotationOf } from '../machine/records/rotation.ts';
import { listProjects } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { scanFor } from './scan/scan.ts';
import { projectStatus } from './status.ts';

export interface Rotation {
  /** The key that is being replaced. */
  readonly old: KeySummary;
  /** The key that is in the files now. */
  readonly current: KeySummary;
}

/** Starts a rotation, or resumes one. Records what recognises the old key, so that it can be searched for. */
export async function beginOrResume(project: Project, installed: AccessKey): Promise<Rotation> {
  const current = await withReference(installed);
  const begun = await rotationOf(project.id, current.environment);
  if (begun) return { old: begun, current };
  await withLock(async (lock) => {
    await rememberKey(installed, lock);
    await beginRotation(project.id, current, lock);
  });
  return { old: current, current };
}

/** Adds the reference, which files may lack, from a receipt. */
async function withReference(key: AccessKey): Promise<KeySummary> {
  const summary = await summarizeKey(key);
  const known = (await receiptsOf(summary.fingerprint)).at(0);
  return known ? { ...summary, reference: known.key.reference } : summary;
}

/**
 * Ends a rotation.
 *
 * @param ends the end date that the old key was given in the console, `yyyy-mm-dd`; `undefined` where it stays in use
 * @throws Refusal `state-…`
 */
export function finishRotation(project: Project, old: KeySummary, ends: string | undefined): Promise<void> {
  return withLock(async (lock) => {
    if (ends !== undefined) await noteKeyEnd(old.fingerprint, ends, lock);
    await endRotation(project.id, old.environment, lock);
  });
}

/** All places where an old key still is. */
export type Remaining = Omit<WireRemaining, 'more' | 'unread'> & {
  /** How many places could not be read. */
  readonly unread: number;
};

/** Searches a project and its history for an old key, and the target files of this machine's other projects. */
export async function findRemaining(project: Project, old: KeySummary): Promise<Remaining> {
  const { secret, keys } = await knownKeys();
  const known = { secret, keys: keys.filter(({ fingerprint }) => fingerprint === old.fingerprint) };
  const { leaks, unread, cut } = await scanFor(known, project.dir);
  const places = leaks.map(({ path, line, git }) => ({ path, line, commit: git?.commit ?? null }));
  const others = (await listProjects()).filter(({ id }) => id !== project.id);
  const holding = await mapBounded(others, async (other) => ((await holds(other, old)) ? [other.name] : []));
  return { places, projects: holding.flat(), unread: unread.length + (cut ? 1 : 0) };
}

async function holds(project: Project, { environment, fingerprint }: KeySummary): Promise<boolean> {
  const found = (await projectStatus(project, { withoutGit: true })).filter(
    (status) => status.environment === environment,
  );
  return found.some(({ targets }) => targets.some(({ key }) => key?.fingerprint === fingerprint));
}
