import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { constants as machine } from 'node:os';
import nativePaths, { posix, win32 } from 'node:path';
import process, { cwd, env, kill, platform } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { wayInside } from './inside.ts';
import { repositoryAround } from './private-file.ts';
import { rethrowUnlessSystemError } from './system-error.ts';

// All programs are started here: by an absolute path, with an environment that the caller chooses.

/** What a search for a program needs from the machine: a parameter, so that tests can stand in for any system. */
interface Where {
  readonly system: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isProgram(path: string): boolean;
}

const here: Where = { system: platform, env, isProgram };

/**
 * Finds a program by its bare name in the folders of PATH. An empty or relative entry is skipped, as it would mean the
 * current folder; so is one inside a project, which a clone could fill.
 *
 * @param outside absolute folders whose programs are never used
 * @returns its absolute path; on Windows an `.exe`, or else a batch file
 */
export function findProgram(name: string, outside: readonly string[], where = here): string | undefined {
  const isWindows = where.system === 'win32';
  const { join } = isWindows ? win32 : posix;
  const endings = isWindows ? ['.exe', '', '.cmd', '.bat'] : [''];
  return foldersOf(where)
    .flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)))
    .find((path) => where.isProgram(path) && !outside.some((folder) => isInside(folder, path)));
}

/** The repository around the current folder, or else that folder: programs in a clone are never used. */
export function currentTree(): string {
  return repositoryAround(cwd()) ?? cwd();
}

function foldersOf({ system, env: given }: Where): string[] {
  const isWindows = system === 'win32';
  const { isAbsolute, delimiter } = isWindows ? win32 : posix;
  const isPath = (name: string) => (isWindows ? name.toUpperCase() : name) === 'PATH';
  const value = Object.entries(given).find(([name]) => isPath(name))?.[1] ?? '';
  return value.split(delimiter).filter((folder) => isAbsolute(folder));
}

/** The PATH for a program that is started: the folders that `findProgram` searches. */
export function pathOutside(outside: readonly string[]): string {
  return foldersOf(here)
    .filter((folder) => !outside.some((each) => isInside(each, nativePaths.join(folder, '.'))))
    .join(nativePaths.delimiter);
}

/** Whether a path is inside a folder, as it is written or with its links resolved. */
function isInside(folder: string, path: string): boolean {
  // Everything is inside the root, so that says nothing.
  if (nativePaths.dirname(folder) === folder) return false;
  const ends = [path, nativePaths.dirname(path)].flatMap((each) => [each, realPathOf(each)]);
  return [folder, realPathOf(folder)].some((each) => ends.some((end) => wayInside(each, end) !== undefined));
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return path;
  }
}

/** Whether a path is a file that this user may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    rethrowUnlessSystemError(error);
    return false;
  }
}

/** Windows starts these through its shell only, for which arguments cannot be quoted safely. */
export function isBatchFile(path: string): boolean {
  return /\.(?:cmd|bat)$/i.test(path);
}

/** A program to start, and how. */
export interface Launch {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Its working folder; by default the program's own folder, which no project can fill. */
  readonly dir?: string;
  /** For Windows' shell: the arguments are already quoted. */
  readonly verbatim?: boolean;
}

/**
 * Starts a program without a shell, in a process group of its own, so that its children can be ended with it. The caller
 * keeps its time limit, and calls `endTree`.
 */
export function start(launch: Launch): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(absolute(launch), launch.args, { ...optionsOf(launch), stdio: ['pipe', 'pipe', 'ignore'] });
}

function absolute({ program }: Launch): string {
  if (!nativePaths.isAbsolute(program)) throw new Error('a program is started by its absolute path');
  return program;
}

function optionsOf({ program, env: chosen, dir, verbatim = false }: Launch) {
  return {
    cwd: dir ?? nativePaths.dirname(program),
    env: { ...chosen },
    detached: platform !== 'win32',
    windowsHide: true,
    windowsVerbatimArguments: verbatim,
  };
}

export interface Run extends Launch {
  /** Its whole standard input. */
  readonly input?: string;
  /** Time limit in milliseconds. */
  readonly longest: number;
  /** Limit of its output in bytes, above which it is ended. 0: the output is ignored. */
  readonly largest: number;
}

/** How a program ended. */
export interface Ended {
  /** Its exit status, or a word: the signal that ended it, `timeout`, `output`, or why it could not be started. */
  readonly how: number | string;
  readonly output: string;
}

/** Runs a program to its end. Beyond its time or output limit, it is ended with all its children. */
export function run({ input = '', longest, largest, ...launch }: Run): Promise<Ended> {
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(absolute(launch), launch.args, {
      ...optionsOf(launch),
      stdio: ['pipe', largest > 0 ? 'pipe' : 'ignore', 'ignore'],
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const end = (how: number | string) => {
      clearTimeout(timer);
      resolve({ how, output: Buffer.concat(pieces).toString('utf8') });
    };
    const breakOff = (how: string) => {
      endTree(child);
      end(how);
    };
    const timer = setTimeout(() => breakOff('timeout'), longest);
    child.stdout?.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > largest) breakOff('output');
      else pieces.push(piece);
    });
    child.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'unknown'));
    // `close` also waits until all output was read.
    child.on(largest > 0 ? 'close' : 'exit', (status, signal) => end(status ?? signal ?? 'unknown'));
    // A program that does not read all of its input says by its status whether that is an error.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** As `run`, but synchronous: for a program that starts no others. */
export function runSync({ input = '', longest, largest, ...launch }: Run): Ended {
  const { status, signal, stdout } = spawnSync(absolute(launch), launch.args, {
    ...optionsOf(launch),
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: longest,
    killSignal: 'SIGKILL',
    maxBuffer: largest,
    encoding: 'utf8',
  });
  return { how: status ?? signal ?? 'unknown', output: stdout ?? '' };
}

/**
 * Runs a program in place of this one, which has done nothing yet: with its terminal, folder, input and signals.
 *
 * @returns its exit status, by the rule of shells where a signal ended it
 */
export function runInstead(program: string, args: readonly string[], added: Launch['env']): Promise<number> {
  const child = spawn(program, args, { env: { ...env, ...added }, stdio: 'inherit' });
  // A terminal sends SIGINT to both; any other signal to this process is meant for the other.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(status ?? 128 + machine.signals[signal ?? 'SIGKILL']));
  });
}

/** Ends a program and everything that it has started, even outside its process group. */
export function endTree({ pid }: Pick<ChildProcess, 'pid'>): void {
  if (pid === undefined) return;
  if (platform === 'win32') {
    const program = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawnSync(program, ['/T', '/F', '/PID', String(pid)], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  // Looked up before the first of them ends: afterwards nothing tells whose children they were.
  for (const each of [-pid, ...descendants(pid), pid]) {
    try {
      kill(each, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** All processes below another, from /proc on Linux; elsewhere only the process group is known. */
function descendants(pid: number): number[] {
  if (platform !== 'linux') return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ own: Number(name), parent: parentOf(name) }));
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ own }) => [own, ...below(own)]);
  return below(pid);
}

/** proc(5): after the name in brackets, which may contain spaces and brackets, come the state and the parent. */
function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

/**
 * A command line for a program that Node's permission model, with which the host is started, must not restrict. From Node
 * 22, Node passes its restrictions on in NODE_OPTIONS whatever environment the program is given: one written for Node
 * would have no network, or not start. On Windows there is no shell to remove them with.
 */
export function unguarded(program: string, args: readonly string[]): Pick<Launch, 'program' | 'args'> {
  const isGuarded = 'permission' in process && process.permission !== undefined;
  if (!isGuarded || platform === 'win32') return { program, args };
  return { program: '/bin/sh', args: ['-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', program, ...args] };
}
