import { type ExecFileException, execFile } from 'node:child_process';

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
