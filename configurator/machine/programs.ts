import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { constants as machine } from 'node:os';
import nativePaths, { posix, win32 } from 'node:path';
import process, { cwd, env, kill, platform } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { wayInside } from './inside.ts';
import { repositoryAround } from './private-file.ts';
import { rethrowUnlessSystemError } from './system-error.ts';

// Every program is started from here: by an absolute path, with an environment that the caller chose.

/** What a search for a program needs of the machine: given, so that each system can be tried on any other. */
interface Where {
  readonly system: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isProgram(path: string): boolean;
}

const here: Where = { system: platform, env, isProgram };

/**
 * Finds a program by its bare name in the folders of the PATH. One that is empty or relative is passed over, as it would mean
 * whatever folder this happens to run in; so are those that lead into the folders of a project, which a clone could fill.
 *
 * @param outside absolute folders whose programs are never meant
 * @returns its absolute path; on Windows an `.exe`, or else the batch file that is there in its place
 */
export function findProgram(name: string, outside: readonly string[], where = here): string | undefined {
  const isWindows = where.system === 'win32';
  const { join } = isWindows ? win32 : posix;
  const endings = isWindows ? ['.exe', '', '.cmd', '.bat'] : [''];
  return foldersOf(where)
    .flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)))
    .find((path) => where.isProgram(path) && !outside.some((folder) => leadsInto(folder, path)));
}

/** The folder that this runs in, with the repository around it: what a clone has there is never meant. */
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

/** The PATH for a program that is started, of the folders in which one is searched. */
export function pathOutside(outside: readonly string[]): string {
  return foldersOf(here)
    .filter((folder) => !outside.some((each) => leadsInto(each, nativePaths.join(folder, '.'))))
    .join(nativePaths.delimiter);
}

/** Whether a path is inside a folder, as it is written or by its links. */
function leadsInto(folder: string, path: string): boolean {
  // Everything is in the root: there, nothing can be told apart by its folder.
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

/** Windows starts these through its shell only, whose rules for what is quoted nobody can keep. */
export function isBatchFile(path: string): boolean {
  return /\.(?:cmd|bat)$/i.test(path);
}

/** What is started, and with what. */
export interface Launch {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which it runs; else the one of the program, which no project can fill. */
  readonly dir?: string;
  /** On Windows, for its shell: the arguments are quoted already. */
  readonly verbatim?: boolean;
}

/**
 * Starts a program without a shell, in a group of its own, so that what it starts can be ended with it. The caller sees to
 * its time, and calls `endTree`.
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
  /** All of its standard input. */
  readonly input?: string;
  /** After so many milliseconds it is ended. */
  readonly longest: number;
  /** Of its output, so many bytes are kept; where it prints more it is ended. 0: none is looked at. */
  readonly largest: number;
}

/** How a program ended. */
export interface Ended {
  /** Its exit status, or a word: the signal that ended it, `timeout`, `output`, or why it could not be started. */
  readonly how: number | string;
  readonly output: string;
}

/** Runs a program and waits for its end; with its time, or its output, everything ends that it has started. */
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
    // `close` also waits for the output to have been read whole.
    child.on(largest > 0 ? 'close' : 'exit', (status, signal) => end(status ?? signal ?? 'unknown'));
    // A program that does not read its input to the end says what it thinks of it by its status.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** As `run`, waiting for it without anything beside: of a program that starts no other. Its input and output are bytes. */
export function runAtOnce({ input = '', longest, largest, ...launch }: Run): Ended {
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
 * Runs a program in place of this one, which has done nothing yet: with its terminal, its folder, its input and its signals.
 *
 * @returns its exit status, by the rule of shells where a signal ended it
 */
export function runInstead(program: string, args: readonly string[], added: Launch['env']): Promise<number> {
  const child = spawn(program, args, { env: { ...env, ...added }, stdio: 'inherit' });
  // A terminal tells both; whoever ends this one means the other.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(status ?? 128 + machine.signals[signal ?? 'SIGKILL']));
  });
}

/** Ends a program and everything that it has started, also what has left its group. */
export function endTree({ pid }: Pick<ChildProcess, 'pid'>): void {
  if (pid === undefined) return;
  if (platform === 'win32') {
    const program = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawnSync(program, ['/T', '/F', '/PID', String(pid)], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  // Looked up before the first of them ends: afterwards nothing says whose they were.
  for (const each of [-pid, ...descendants(pid), pid]) {
    try {
      kill(each, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** The processes below another, by what Linux tells of each; elsewhere only its group is known. */
function descendants(pid: number): number[] {
  if (platform !== 'linux') return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ own: Number(name), parent: parentOf(name) }));
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ own }) => [own, ...below(own)]);
  return below(pid);
}

/** proc(5): the fields after the name in brackets, which may hold blanks and brackets, are state and parent. */
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
 * A command line for a program that Node's permission model, which the host is started with, has no business with. From
 * Node 22 on Node hands its own restrictions down in NODE_OPTIONS, whatever environment it is given: a program that is
 * written for Node too would miss its network, or not start at all. On Windows there is no shell to take them away with.
 */
export function unguarded(program: string, args: readonly string[]): Pick<Launch, 'program' | 'args'> {
  const isGuarded = 'permission' in process && process.permission !== undefined;
  if (!isGuarded || platform === 'win32') return { program, args };
  return { program: '/bin/sh', args: ['-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', program, ...args] };
}
