import { spawnSync } from 'node:child_process';
import { builtCommandLine } from './built.ts';
import type { Workspace } from './workspace.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the shipped `cle` in the project of a workspace, without a terminal. */
export function cle(workspace: Workspace, ...words: string[]): Ran {
  return cleReading('', workspace, ...words);
}

/** As `cle`, with a text on its standard input. */
export function cleReading(input: string, { project, env, installed }: Workspace, ...words: string[]): Ran {
  const [file, ...first] = installed?.cle ?? [process.execPath, builtCommandLine()];
  const { status, stdout, stderr } = spawnSync(file, [...first, ...words], {
    cwd: project,
    env,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

/**
 * As `cle`, for what must succeed.
 *
 * @returns what it printed
 * @throws Error with what it said
 */
export function mustCle(workspace: Workspace, ...words: string[]): string {
  const { status, stdout, stderr } = cle(workspace, ...words);
  if (status !== 0) throw new Error(`cle ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}
