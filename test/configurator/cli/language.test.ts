import { afterEach, expect, it, vi } from 'vitest';
import { languageOf } from '../../../configurator/cli/terminal.ts';

afterEach(() => vi.restoreAllMocks());

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

it('is the system’s, according to Intl, unless another one is named', () => {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), locale: 'fr-FR' };
  });
  expect(languageOf({})).toBe('fr');
});
