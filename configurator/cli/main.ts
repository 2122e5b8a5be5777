import { run } from '@stricli/core';
import { application, commandAlone } from './application.ts';
import type { CleContext } from './command.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the command line.
 *
 * @param inputs what stands after the program's name
 * @returns the exit status
 */
export async function main(inputs: readonly string[], terminal: Terminal): Promise<number> {
  const complaints: string[] = [];
  const process: CleContext['process'] = {
    stdout: { write: (text) => terminal.print(text.replace(/\n$/, '')) },
    stderr: { write: (text) => complaints.push(text.trimEnd()) },
  };
  const words = withHelp(inputs);
  const [name = '', ...others] = words;
  const alone = commandAlone(name, terminal.language);
  const context = { process, terminal };
  await (alone ? run(alone, others, context) : run(application(terminal.language), words, context));
  const status = Number(process.exitCode ?? 0);
  // Below zero are the library's own: it did not come to run a command.
  if (status >= 0) return status;
  const [message = tell('arguments-unclear', terminal.language)] = complaints;
  const error = new UsageError(message, tell('see-help', terminal.language));
  const { concludeError } = await import('./conclude-error.ts');
  return concludeError(error, inputs.includes('--json'), terminal);
}

/** `cle help apply` is another word for `cle apply --help`. */
function withHelp([first, ...words]: readonly string[]): readonly string[] {
  if (first !== 'help') return first === undefined ? [] : [first, ...words];
  return [...words.filter((word) => !word.startsWith('-')).slice(0, 1), '--help'];
}
