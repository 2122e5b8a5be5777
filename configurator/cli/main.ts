import {
  type Application,
  buildApplication,
  buildRouteMap,
  type PartialApplicationConfiguration,
  run,
} from '@stricli/core';
import { version } from '../../package.json';
import type { Language } from '../../shared/wording.ts';
import type { CleContext } from './command.ts';
import { commands } from './commands.ts';
import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';
import { usageText } from './usage-text.ts';

/** The whole command line, in one language. */
function application(language: Language): Application<CleContext> {
  const docs = { brief: tell('about-cle', language), fullDescription: tell('examples', language) };
  const routes = Object.fromEntries(Object.entries(commands(language)).map(([name, make]) => [name, make()]));
  const versionInfo = { currentVersion: version };
  return buildApplication(buildRouteMap({ routes, docs }), {
    ...configuration('cle', language),
    versionInfo,
  });
}

/**
 * One command by itself, to be given what stands after its name: as a part of the whole, the library would first compare
 * each word with the flags of the whole. `undefined` where there is no such command.
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
 * @param inputs what stands after the program's name
 * @returns the exit status
 */
export async function main(inputs: readonly string[], terminal: Terminal): Promise<number> {
  const complaints: string[] = [];
  const process: CleContext['process'] = {
    stdout: { write: (text) => terminal.printText(text.replace(/\n$/, '')) },
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
