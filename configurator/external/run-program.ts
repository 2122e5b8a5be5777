import { spawn } from 'node:child_process';
import { kill, platform } from 'node:process';
import { unguarded } from './unguarded.ts';

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
