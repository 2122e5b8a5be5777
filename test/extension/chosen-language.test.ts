import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chooseLanguage } from '../../extension/chosen-language.ts';
import browser from './browser.ts';

vi.mock('webextension-polyfill', () => import('./browser.ts'));

beforeEach(() => {
  browser.reset();
  vi.resetModules();
});
afterEach(() => vi.unstubAllEnvs());

async function spoken(language: 'fr' | 'en') {
  await chooseLanguage(language);
  return import('../../extension/ui/language.ts');
}

it.each(['America/Martinique', 'UTC', 'Pacific/Noumea'])(
  'a day of the calendar is that day in %s',
  async (zone) => {
    vi.stubEnv('TZ', zone);
    const { dayText } = await spoken('en');
    expect(dayText('2026-11-30')).toBe('November 30, 2026');
  },
);

it('French says the first of a month as an ordinal', async () => {
  const { dayText, dateText } = await spoken('fr');
  expect(dayText('2026-12-01')).toBe('1er décembre 2026');
  expect(dayText('2026-12-11')).toBe('11 décembre 2026');
  expect(dateText('2026-12-01T12:00:00')).toMatch(/^1er décembre 2026/);
});
