import {
  type Application,
  buildApplication,
  type PartialApplicationConfiguration,
  run as runApplication,
} from '@stricli/core';
import { version } from '../../package.json';
import type { Language } from '../../shared/wording.ts';
import { nearWord } from '../project/project-node.ts';
import type { CleContext } from './command.ts';
import { commandTable } from './command-table.ts';
import { commands, overview } from './commands.ts';
import { readCommonFlags } from './common-flags.ts';
import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { usageText } from './usage-text.ts';

/**
 * One command on its own, for the arguments after its name: as part of the whole, the library would first compare each word
 * with the flags of the whole. `undefined` where there is no such command.
 */
function commandAlone(name: string, language: Language): Application<CleContext> | undefined {
  const all = commands(language);
  const make = Object.hasOwn(all, name) ? all[name] : undefined;
  return make && buildApplication(make(), configuration(`cle ${name}`, language));
}

function configuration(name: string, language: Language): PartialApplicationConfiguration {
  return {
    name,
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: { disableAnsiColor: true, useAliasInUsageLine: false },
    localization: { defaultLocale: language, loadText: () => usageText(language) },
  };
}

/**
 * Runs the command line.
 *
 * @param inputs the arguments after the program's name
 * @returns the exit status
 */
export async function main(inputs: readonly string[], given: Terminal): Promise<number> {
  try {
    return await run(inputs, given);
  } catch (error) {
    const { concludeError } = await import('./conclude-error.ts');
    return concludeError(error, inputs.includes('--json'), given);
  }
}

async function run(inputs: readonly string[], given: Terminal): Promise<number> {
  const { words, terminal, help } = readCommonFlags(inputs, given);
  const [name, ...others] = words;
  if (name === 'help') return explain(others[0], terminal);
  if (help) return explain(name, terminal);
  const { language } = terminal;
  if (name === undefined || name === '--json') {
    return runLibrary(words, buildApplication(overview(language), configuration('cle', language)), terminal);
  }
  if (name === '--version' || name === '-v') {
    terminal.print(version);
    return 0;
  }
  const alone = commandAlone(name, language);
  if (alone) return runLibrary(others, alone, terminal, name);
  if (!name.startsWith('-')) throw unknownCommand(name, terminal);
  throw new UsageError(tell('unknown-flag', language), tell('see-help', language));
}

/** Prints the help of a command, or of the program. @throws UsageError */
async function explain(name: string | undefined, terminal: Terminal): Promise<number> {
  const { showCommandHelp, showHelp } = await import('./help.ts');
  const { language } = terminal;
  const table = commandTable(commands(language), language);
  const entry = table.find((each) => each.name === name);
  if (entry) showCommandHelp(entry, terminal);
  else if (name === undefined || name.startsWith('-')) showHelp(table, terminal);
  else throw unknownCommand(name, terminal);
  return 0;
}

/** The word itself is not repeated: it may be a key that was typed there. */
function unknownCommand(word: string, { language }: Terminal): UsageError {
  const nearest = nearWord(word, Object.keys(commands(language)));
  const next = nearest ? tell('nearest-command', language, { nearest }) : tell('see-help', language);
  return new UsageError(tell('unknown-command', language), next);
}

/** @param name of the command, for usage errors */
async function runLibrary(
  words: readonly string[],
  app: Application<CleContext>,
  terminal: Terminal,
  name?: string,
): Promise<number> {
  const complaints: string[] = [];
  const process: CleContext['process'] = {
    stdout: { write: (text) => terminal.printText(text.replace(/\n$/, '')) },
    stderr: { write: (text) => complaints.push(text.trimEnd()) },
  };
  await runApplication(app, words, { process, terminal });
  const status = Number(process.exitCode ?? 0);
  // Negative statuses are the library's own: no command was run.
  if (status >= 0) return status;
  const { language } = terminal;
  const [message = tell('arguments-unclear', language)] = complaints;
  const next = name ? tell('see-help-of', language, { name }) : tell('see-help', language);
  throw new UsageError(message, next);
}
