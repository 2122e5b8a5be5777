import { type Application, buildApplication, buildRouteMap } from '@stricli/core';
import { version } from '../../package.json';
import type { Language } from '../../shared/messages.ts';
import type { CleContext } from './command.ts';
import { commands } from './commands.ts';
import { tell } from './texts.ts';
import { usageText } from './usage-text.ts';

/** The whole command line, in one language. */
export function application(language: Language): Application<CleContext> {
  const docs = { brief: tell('about-cle', language), fullDescription: tell('examples', language) };
  const root = buildRouteMap({ routes: commands(language), docs });
  return buildApplication(root, {
    name: 'cle',
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: { disableAnsiColor: true, useAliasInUsageLine: false },
    localization: { defaultLocale: language, loadText: () => usageText(language) },
  });
}
