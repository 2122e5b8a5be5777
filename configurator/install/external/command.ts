import type { AccessKey } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { findProgram, runProgram } from '../../machine/programs.ts';
import { type CommandTarget, givenValue, projectFileName } from '../../project/project.ts';
import { fieldsOf, nameOf, type PlannedExternal } from './planned.ts';

/** In milliseconds. The programs of platforms wait for their servers. */
const longest = 60_000;

/**
 * Plans the run of a command in the project's folder, with one field on its standard input: exactly the value, without
 * a line end. What the command prints is not shown, for it may repeat what it was given.
 *
 * @throws Refusal `command-missing`; when it is run `command-failed`
 */
export async function planCommand(
  target: CommandTarget,
  key: AccessKey,
  dir: string,
): Promise<PlannedExternal> {
  const { argv, given, line } = target;
  const [word, ...args] = argv;
  const program = await findProgram(word, dir);
  const name = nameOf(target);
  if (program === undefined) {
    throw new Refusal('command-missing', { file: projectFileName, line, command: name });
  }
  const summary = { kind: 'command', name, fields: fieldsOf(target), change: 'run' } as const;
  const deliver = async () => {
    const ended = await runProgram({ program, args, dir, input: givenValue(given, key), longest });
    if (ended !== 0) throw new Refusal('command-failed', { command: name, ended: String(ended) });
    return { receipt: summary };
  };
  return { summary, merchants: [], state: JSON.stringify([program, ...args, given]), deliver };
}
