import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import type { Refusal } from '../../../shared/refusal.ts';
import { repositoryAround } from '../../machine/private-file.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';
import { ScanRefusal } from '../messages.ts';

/** A git repository. */
export interface Repository {
  /** Its work tree; the repository itself where it has none. */
  readonly tree: string;
  readonly isBare: boolean;
  /** The folder that all of its work trees share, with its objects; `undefined` where it cannot be found. */
  readonly store: string | undefined;
}

/**
 * The repositories around a folder and in it, each once: of the work tree, of submodules even if they are not checked out,
 * of clones inside clones, and bare ones.
 *
 * @param names of everything in the folder, relative to it, with `/`
 */
export function repositoriesOf(folder: string, names: readonly string[]): Repository[] {
  const around = [repositoryAround(folder), bareAround(folder)].filter((path) => path !== undefined);
  const inside = names.filter((name) => posix.basename(name) === '.git').map((name) => posix.dirname(name));
  const bare = names
    .filter((name) => posix.basename(name) === 'HEAD')
    .map((name) => posix.dirname(name))
    .filter((name) => isBare(join(folder, name)));
  const found = new Map<string, Repository>();
  const add = (repository: Repository) => {
    const name = repository.store ?? repository.tree;
    if (found.has(name)) return;
    found.set(name, repository);
    for (const module of modulesOf(repository)) add(module);
  };
  for (const tree of [...around, ...[...inside, ...bare].map((name) => join(folder, name))])
    add(repositoryOf(tree));
  return [...found.values()];
}

/** The repository of a work tree, or a bare one. */
export function repositoryOf(tree: string): Repository {
  const bare = isBare(tree);
  const dir = bare ? tree : gitFolderOf(tree);
  return { tree, isBare: bare, store: dir === undefined ? undefined : storeOf(dir) };
}

/** Whether a folder is a bare repository: git requires these three. */
function isBare(dir: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => isThere(join(dir, name)));
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch (error) {
    rethrowUnlessSystemError(error);
    return false;
  }
}

function bareAround(folder: string): string | undefined {
  if (isBare(folder)) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : bareAround(above);
}

/** gitrepository-layout(5): `.git` is a folder, or in a linked work tree and a submodule a file that names one. */
function gitFolderOf(tree: string): string | undefined {
  const path = join(tree, '.git');
  try {
    if (statSync(path).isDirectory()) return path;
    const [, named] = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
    return named && resolve(tree, named);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

function storeOf(dir: string): string | undefined {
  try {
    const common = textOf(join(dir, 'commondir'))?.trim();
    return realpathSync(common ? resolve(dir, common) : dir);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

/** The submodules of a repository, which stores their objects, under names that may contain a `/`. */
function modulesOf({ store }: Repository): Repository[] {
  if (store === undefined) return [];
  const within = (dir: string): string[] =>
    foldersIn(dir).flatMap((path) =>
      isBare(path) ? [path] : basename(path) === 'objects' ? [] : within(path),
    );
  return within(join(store, 'modules')).map(repositoryOf);
}

function foldersIn(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(dir, name));
  } catch (error) {
    rethrowUnlessSystemError(error);
    return [];
  }
}

/** Whether a repository is a shallow clone: it then lists the commits whose parents it lacks. */
export function isShallow(store: string): boolean {
  return (textOf(join(store, 'shallow')) ?? '') !== '';
}

/** Whether a repository is a partial clone: git marks its packs, and names the remote for the rest in its settings. */
export function isPartial(store: string): boolean {
  const marked = namesIn(join(store, 'objects/pack')).some((name) => name.endsWith('.promisor'));
  return marked || /^\s*(?:promisor|partialclone)\s*=/im.test(textOf(join(store, 'config')) ?? '');
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return [];
  }
}

/** The longest chain of repositories that borrow objects from one another, as in git. */
const deepest = 5;

/**
 * The objects of a repository that git skips without an error, because their folder is missing or unreadable, also in
 * repositories from which it borrows.
 */
export function closedObjects(tree: string, store: string): Refusal[] {
  return closedIn(join(store, 'objects'), deepest).map(
    ({ path, reason }) => new ScanRefusal('git-objects-unreadable', { dir: tree, file: path, reason }),
  );
}

interface Closed {
  readonly path: string;
  readonly reason: string;
}

function closedIn(objects: string, depth: number): Closed[] {
  const reason = whyClosed(() => readdirSync(objects));
  if (reason !== undefined) return [{ path: objects, reason }];
  const folders = foldersIn(objects).filter((path) => /^(?:[0-9a-f]{2}|pack)$/.test(basename(path)));
  const packs = namesIn(join(objects, 'pack')).filter((name) => /\.(?:pack|idx)$/.test(name));
  const closed = [
    ...folders.map((path) => ({ path, reason: whyClosed(() => readdirSync(path)) })),
    ...packs.map((name) => {
      const path = join(objects, 'pack', name);
      return { path, reason: whyClosed(() => accessSync(path, constants.R_OK)) };
    }),
  ];
  const borrowed = depth === 0 ? [] : alternatesOf(objects).flatMap((path) => closedIn(path, depth - 1));
  return [
    ...closed.flatMap(({ path, reason: why }) => (why === undefined ? [] : [{ path, reason: why }])),
    ...borrowed,
  ];
}

function whyClosed(look: () => unknown): string | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    return errnoOf(error);
  }
}

/** gitrepository-layout(5): one path per line, relative to the objects folder or absolute; git quotes special characters. */
function alternatesOf(objects: string): string[] {
  const lines = (textOf(join(objects, 'info/alternates')) ?? '').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => resolve(objects, unquoted(line)));
}

function unquoted(line: string): string {
  if (!line.startsWith('"')) return line;
  return line.slice(1, -1).replace(/\\(["\\])/g, '$1');
}
