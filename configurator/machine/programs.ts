import { type ExecFileException, execFile, spawn } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import process, { env, kill, platform } from 'node:process';
import { rethrowUnlessSystemError } from './system-error.ts';

/** How a program ended: its exit status and what it printed; `undefined` where it could not be started or was ended. */
export interface ProgramAnswer {
  readonly status: number | undefined;
  readonly output: string;
}

const largestOutput = 64 * 1024 * 1024;

/**
 * Runs a program of the system with a text as its input, and waits for its end.
 *
 * @param timeout after so many milliseconds it is ended; 0: never
 */
export function askProgram(
  command: string,
  args: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv,
  timeout = 0,
): Promise<ProgramAnswer> {
  return new Promise((resolve) => {
    const done = (error: ExecFileException | null, output: string) =>
      resolve({ status: statusOf(error), output });
    const child = execFile(command, args, { env, timeout, maxBuffer: largestOutput, encoding: 'utf8' }, done);
    // A program that does not read its input to the end says what it thinks of it by its status.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function statusOf(error: ExecFileException | null): number | undefined {
  if (!error) return 0;
  return typeof error.code === 'number' ? error.code : undefined;
}

/** What git is started with, before its command: core.fsmonitor names a program that git would start. */
export function gitOptions(tree: string): string[] {
  return ['-C', tree, '-c', 'core.fsmonitor=false'];
}

/** Variables of an outer git (a hook that runs us) would point it at another repository. Nothing is fetched. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_NO_LAZY_FETCH: '1' };
}

/**
 * Finds the program that a word of a command means: a path, from the project's folder, or a name on the PATH.
 *
 * @returns its absolute path, or `undefined`
 */
export async function findProgram(word: string, dir: string): Promise<string | undefined> {
  for (const candidate of candidates(word, dir)) {
    if (await isProgram(candidate)) return candidate;
  }
  return undefined;
}

function candidates(word: string, dir: string): string[] {
  if (/[\\/]/.test(word)) return [isAbsolute(word) ? word : join(dir, word)];
  // An empty entry of the PATH, or a relative one, would mean whatever folder we happen to be in.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const names = platform === 'win32' ? [`${word}.exe`, word] : [word];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    rethrowUnlessSystemError(error);
    return false;
  }
}

/**
 * A command line for a program that Node's permission model, which the host is started with, has no business with. From
 * Node 22 on Node hands its own restrictions down in NODE_OPTIONS, whatever environment it is given: a program that is
 * written for Node too would miss its network, or not start at all. On Windows there is no shell to take them away with.
 */
export function unguarded(program: string, args: readonly string[]): [string, ...string[]] {
  const isGuarded = 'permission' in process && process.permission !== undefined;
  if (!isGuarded || platform === 'win32') return [program, ...args];
  return ['/bin/sh', '-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', program, ...args];
}

export interface Run {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** The folder in which it runs. */
  readonly dir: string;
  /** All of its standard input. */
  readonly input: string;
  /** After so many milliseconds it is ended. */
  readonly longest: number;
}

/**
 * Runs a program without a shell, with a text as its input. What it prints goes nowhere.
 *
 * @returns its exit status, or a word: the signal that ended it, `timeout`, or why it could not be started
 */
export function runProgram({ program, args, dir, input, longest }: Run): Promise<number | string> {
  return new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const [file, ...rest] = unguarded(program, args);
    const child = spawn(file, rest, {
      cwd: dir,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: platform !== 'win32',
      windowsHide: true,
    });
    const timer = setTimeout(() => {
      endGroup(child.pid);
      resolve('timeout');
    }, longest);
    const ended = (how: number | string) => {
      clearTimeout(timer);
      resolve(how);
    };
    child.on('error', (error: NodeJS.ErrnoException) => ended(error.code ?? 'unknown'));
    child.on('exit', (status, signal) => ended(status ?? signal ?? 'unknown'));
    // A program that does not read its input to the end says what it thinks of it by its status.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    kill(platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
