import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, readFileSync, realpathSync, type Stats, stat } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { env, getuid } from 'node:process';
import { promisify } from 'node:util';
import { environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { decode } from '../formats/encoding.ts';
import { wayInside } from '../machine/inside.ts';
import { withLock } from '../machine/lock.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { isForeign, openUnfollowed } from '../machine/private-file.ts';
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
 * Finds the project file in a folder or the nearest parent folder, and reads it.
 *
 * @throws Refusal `project-missing`, `project-file-…`, `file-…`, `path-outside-project`; `project-foreign` for one in a
 *   parent folder that another user could have put there
 */
export async function loadProject(dir: string): Promise<Project> {
  const found = findProjectFile(realFolder(dir));
  if (found === undefined) throw new Refusal('project-missing', { dir });
  return read(found, (await registeredIdOf(found.dir)) ?? randomBytes(16).toString('hex'));
}

function read(found: Found, id: string): Project {
  const { text } = decode(found.bytes, { encoding: 'utf-8' }, projectFileName);
  const { merchant, targets, external, byHand } = readProjectFile(parseTree(text));
  return {
    id,
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

/** A file in a parent folder, such as `/tmp`, may be anybody's; one in the named folder itself is trusted. */
function findProjectFile(dir: string, isAbove = false): Found | undefined {
  const bytes = readIfThere(dir, isAbove);
  if (bytes !== undefined) return { dir, bytes };
  const above = dirname(dir);
  return above === dir ? undefined : findProjectFile(above, true);
}

/** In KiB. */
const largest = 256;

function readIfThere(dir: string, isAbove: boolean): Buffer | undefined {
  try {
    const path = realpathSync.native(join(dir, projectFileName));
    if (wayInside(dir, path) === undefined) {
      throw new Refusal('path-outside-project', { file: projectFileName });
    }
    return readProjectBytes(path, isAbove ? dir : undefined);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = errnoOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new Refusal('file-unreadable', { file: projectFileName, reason });
  }
}

/** @param above a parent folder, which with the file must belong to this user; `undefined` for a named folder */
function readProjectBytes(path: string, above: string | undefined): Buffer {
  const file = openUnfollowed(path);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Refusal('file-not-regular', { file: projectFileName });
    if (above !== undefined && !(isOwn(stat) && isOwn(lstatSync(above)))) {
      throw new Refusal('project-foreign', { file: path });
    }
    if (stat.size > largest * 1024) {
      throw new Refusal('project-file-large', { file: projectFileName, limit: largest });
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const writableByAll = 0o002;

/** The rule of git's `safe.directory`: for root, files of the user who called sudo count as root's own. */
function isOwn(stat: Stats): boolean {
  if (getuid === undefined) return true;
  const isSudoUsers = getuid() === 0 && String(stat.uid) === env['SUDO_UID'];
  return (isSudoUsers || !isForeign(stat)) && (stat.mode & writableByAll) === 0;
}

/**
 * Registers a project on this machine, so that the browser can offer it. Idempotent.
 *
 * @returns the project with the id that it is registered under: another process may have registered it since it was loaded
 */
export async function registerProject(project: Project): Promise<Project> {
  const { id, dir } = project;
  const add = () => withLock((lock) => addRegisteredProject({ id, dir }, lock));
  return { ...project, id: (await registeredIdOf(dir)) ?? (await add()) };
}

/**
 * The registered projects, sorted by name. Their files are not read yet.
 *
 * @throws Refusal `state-unreadable`
 */
export async function registeredByName(): Promise<RegisteredProject[]> {
  const named = (await registeredProjects()).map((project) => ({ project, name: basename(project.dir) }));
  const { compare } = new Intl.Collator();
  return named
    .sort((a, b) => compare(a.name, b.name) || compare(a.project.dir, b.project.dir))
    .map(({ project }) => project);
}

/** The registered projects with a valid project file. An invalid one does not affect the others. */
export async function loadEach(registered: readonly RegisteredProject[]): Promise<Project[]> {
  return (await mapBounded(registered, loadIfWell)).filter((project) => project !== undefined);
}

/** `loadEach` for every registered project. @throws Refusal `state-unreadable` */
export async function listProjects(): Promise<Project[]> {
  return loadEach(await registeredByName());
}

/** @throws Refusal `project-unknown` where none is registered under the id, and what `loadProject` throws */
export async function findProject(id: string): Promise<Project> {
  const registered = (await registeredProjects()).find((candidate) => candidate.id === id);
  if (registered === undefined) throw new Refusal('project-unknown');
  return loadRegistered(registered);
}

/**
 * @throws Refusal `project-missing` where its folder no longer has a project file, `project-silent` where it does not
 *   respond in time; what `loadProject` throws
 */
export async function loadRegistered({ id, dir }: RegisteredProject): Promise<Project> {
  await requireResponse(dir);
  const found = findProjectFile(realFolder(dir));
  // The file that was found may be in a parent folder.
  if (found?.dir !== dir) throw new Refusal('project-missing', { dir });
  return read(found, id);
}

/** In seconds. A disk that has to wake up takes less. */
const longestSilence = 5;

/** Reading a folder on a lost network blocks for minutes, so a first asynchronous call gets a time limit. */
async function requireResponse(dir: string): Promise<void> {
  const asked = promisify(stat)(dir).catch(rethrowUnlessSystemError);
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Refusal('project-silent', { dir, seconds: longestSilence }));
    timer = setTimeout(refuse, longestSilence * 1000);
  });
  await Promise.race([asked, silent]).finally(() => clearTimeout(timer));
}

async function loadIfWell(registered: RegisteredProject): Promise<Project | undefined> {
  try {
    return await loadRegistered(registered);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
