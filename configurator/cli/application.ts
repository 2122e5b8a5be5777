import {
  type Application,
  buildApplication,
  buildRouteMap,
  type PartialApplicationConfiguration,
} from '@stricli/core';
import { version } from '../../package.json';
import type { Language } from '../../shared/messages.ts';
import type { CleContext } from './command.ts';
import { commands } from './commands.ts';
import { tell } from './texts.ts';
import { usageText } from './usage-text.ts';

/** The whole command line, in one language. */
export function application(language: Language): Application<CleContext> {
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
export function commandAlone(name: string, language: Language): Application<CleContext> | undefined {
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
