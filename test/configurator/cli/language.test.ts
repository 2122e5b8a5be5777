import { expect, it } from 'vitest';
import { languageOf } from '../../../configurator/cli/terminal.ts';

it.each([
  [{}, 'fr-FR', 'fr'],
  [{}, 'fr', 'fr'],
  [{}, 'en-US', 'en'],
  [{ LANG: '' }, 'fr-CA', 'fr'],
  [{ LANG: 'C' }, 'fr-FR', 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en-US', 'fr'],
  [{ LC_ALL: 'en_GB.UTF-8', LANG: 'fr_FR.UTF-8' }, 'fr-FR', 'en'],
  [{}, 'frp-IT', 'en'],
] as const)('of %j on a system in %s it is %s', (env, system, language) => {
  expect(languageOf(env, () => system)).toBe(language);
});
