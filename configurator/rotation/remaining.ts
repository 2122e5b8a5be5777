import type { KeySummary, Remaining as WireRemaining } from '../../shared/wire.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import type { Project } from '../project/project.ts';
import { listProjects } from '../project/registered.ts';
import { scanFor } from '../scan/scan.ts';
import { knownKeys } from '../state/known-keys.ts';
import { projectStatus } from '../status/status.ts';

/** Where an old key still is, all of it. */
export type Remaining = Omit<WireRemaining, 'more'>;

/** Searches a project and its history for an old key, and asks the other projects of this machine for it. */
export async function findRemaining(project: Project, old: KeySummary): Promise<Remaining> {
  const { secret, keys } = await knownKeys();
  const known = { secret, keys: keys.filter(({ fingerprint }) => fingerprint === old.fingerprint) };
  const { leaks } = await scanFor(known, project.dir);
  const places = leaks.map(({ path, line, git }) => ({ path, line, commit: git?.commit ?? null }));
  const others = (await listProjects()).filter(({ id }) => id !== project.id);
  const holding = await mapBounded(others, async (other) => ((await holds(other, old)) ? [other.name] : []));
  return { places, projects: holding.flat() };
}

async function holds(project: Project, { environment, fingerprint }: KeySummary): Promise<boolean> {
  const found = (await projectStatus(project)).filter((status) => status.environment === environment);
  return found.some(({ targets }) => targets.some(({ key }) => key?.fingerprint === fingerprint));
}
