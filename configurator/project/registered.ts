import { Refusal } from '../../shared/refusal.ts';
import { withLock } from '../state/lock.ts';
import { addRegisteredProject, type RegisteredProject, registeredProjects } from '../state/registry.ts';
import { loadProject } from './load.ts';
import type { Project } from './project.ts';

/** Remembers a project on this machine, so that the browser may offer it. Doing it again changes nothing. */
export async function registerProject({ id, dir }: Project): Promise<void> {
  if ((await registeredProjects()).some((registered) => registered.dir === dir)) return;
  await withLock((lock) => addRegisteredProject({ id, dir }, lock));
}

/**
 * Every registered project whose project file reads well, in the order of their names.
 *
 * @throws Refusal `state-unreadable`
 */
export async function listProjects(): Promise<Project[]> {
  const found = await Promise.all((await registeredProjects()).map(loadIfWell));
  return found
    .filter((project) => project !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name) || a.dir.localeCompare(b.dir));
}

/** @throws Refusal `project-unknown` where none is registered under the id, and what `loadProject` throws */
export async function findProject(id: string): Promise<Project> {
  const registered = (await registeredProjects()).find((candidate) => candidate.id === id);
  if (registered === undefined) throw new Refusal('project-unknown');
  return loadRegistered(registered);
}

/** @throws Refusal `project-missing` where its folder has lost its project file; what `loadProject` throws */
export async function loadRegistered({ dir }: RegisteredProject): Promise<Project> {
  const project = await loadProject(dir);
  // The folder may have lost its project file while one above it has one.
  if (project.dir !== dir) throw new Refusal('project-missing', { dir });
  return project;
}

async function loadIfWell(registered: RegisteredProject): Promise<Project | undefined> {
  try {
    return await loadRegistered(registered);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
