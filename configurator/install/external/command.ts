import { resolve } from 'node:path';
import { env } from 'node:process';
import type { AccessKey } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { findProgram, isBatchFile, isProgram, pathOutside, run, unguarded } from '../../machine/programs.ts';
import { type CommandTarget, givenValue, projectFileName } from '../../project/project.ts';
import { namedFiles } from './consent.ts';
import { fieldsOf, nameOf, type PlannedExternal } from './planned.ts';

/** In milliseconds. Platforms' programs wait for their servers. */
const usualLimit = 60_000;

/**
 * Plans a command that runs in the project's folder, with one field on its standard input: exactly the value, without a
 * line break. Its output is not shown, as it may repeat the value.
 *
 * A command that fails or times out was given the value too, so whether it did its work is not known. Only one that could
 * not be started did nothing.
 *
 * @throws Refusal `command-missing`, `command-batch`; when it is run, `command-not-started`, and `project-not-allowed` where
 *   a file of the project that it names has changed in the meantime
 */
export async function planCommand(
  target: CommandTarget,
  key: AccessKey,
  dir: string,
  longest = usualLimit,
): Promise<PlannedExternal> {
  const { argv, given, line } = target;
  const [word, ...args] = argv;
  const program = programOf(word, dir);
  const name = nameOf(target);
  if (program === undefined) {
    throw new Refusal('command-missing', { file: projectFileName, line, command: name });
  }
  if (isBatchFile(program)) {
    throw new Refusal('command-batch', { file: projectFileName, line, command: program });
  }
  const files = JSON.stringify(namedFiles(target, dir));
  const summary = { kind: 'command', name, fields: fieldsOf(target), change: 'run' } as const;
  const deliver = async () => {
    if (JSON.stringify(namedFiles(target, dir)) !== files) {
      throw new Refusal('project-not-allowed', { file: projectFileName, line });
    }
    const environment = { ...env, PATH: pathOutside([dir]) };
    const launch = { ...unguarded(program, args), dir, env: environment };
    const { how } = await run({ ...launch, input: givenValue(given, key), longest, largest: 0 });
    if (how === 0) return { receipt: summary };
    const reason = String(how);
    if (isNotStarted(how)) throw new Refusal('command-not-started', { name, reason });
    return { receipt: { ...summary, change: 'unknown' as const, reason } };
  };
  return { summary, merchants: [], state: JSON.stringify([program, ...args, given, files]), deliver };
}

/** Whether the word is a system error from starting the program, rather than a signal or a time limit. */
function isNotStarted(how: number | string): boolean {
  return typeof how === 'string' && /^E[A-Z0-9]+$/.test(how);
}

/** A path is relative to the project's folder; a bare name means a program outside it. */
function programOf(word: string, dir: string): string | undefined {
  if (!/[\\/]/.test(word)) return findProgram(word, [dir]);
  const path = resolve(dir, word);
  return isProgram(path) ? path : undefined;
}
