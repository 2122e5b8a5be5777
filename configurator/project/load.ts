import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { decode } from '../formats/encoding.ts';
import { withLock } from '../machine/lock.ts';
import {
  addRegisteredProject,
  type RegisteredProject,
  registeredIdOf,
  registeredProjects,
} from '../machine/records/registry.ts';
import { errnoOf, rethrowUnlessSystemError } from '../machine/system-error.ts';
import { parseTree } from './parse-tree.ts';
import { type Project, projectFileName } from './project.ts';
import { readProjectFile } from './read-project-file.ts';

/**
 * Finds the project file in a folder or the nearest one above it, and reads it.
 *
 * @throws Refusal `project-missing`, `project-file-…`, `file-unparsable`, `file-encoding`, `path-outside-project`
 */
export async function loadProject(dir: string): Promise<Project> {
  const found = findProjectFile(realFolder(dir));
  if (found === undefined) throw new Refusal('project-missing', { dir });
  const { text } = decode(found.bytes, { encoding: 'utf-8' }, projectFileName);
  const { merchant, targets, external, byHand } = readProjectFile(parseTree(text));
  return {
    id: (await registeredIdOf(found.dir)) ?? randomBytes(16).toString('hex'),
    dir: found.dir,
    name: basename(found.dir),
    sha256: createHash('sha256').update(found.bytes).digest('hex'),
    merchant,
    environments: environments.filter(
      (environment) => targets.get(environment)?.length || external.get(environment)?.length,
    ),
    targets: (environment) => targets.get(environment) ?? [],
    external: (environment) => external.get(environment) ?? [],
    byHand: (environment) => byHand.get(environment) ?? [],
  };
}

interface Found {
  readonly dir: string;
  readonly bytes: Buffer;
}

function realFolder(dir: string): string {
  try {
    return realpathSync.native(dir);
  } catch (error) {
    rethrowUnlessSystemError(error);
    throw new Refusal('project-missing', { dir });
  }
}

function findProjectFile(dir: string): Found | undefined {
  const bytes = readIfThere(join(dir, projectFileName));
  if (bytes !== undefined) return { dir, bytes };
  const above = dirname(dir);
  return above === dir ? undefined : findProjectFile(above);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new Refusal('file-unreadable', { file: projectFileName, reason });
  }
}

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
