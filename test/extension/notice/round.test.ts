import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recheckConsoles, startRounds } from '../../../extension/notice/round.ts';
import { keep, waiting } from '../../../extension/outbox/outbox.ts';
import { lifetime } from '../../../extension/outbox/record.ts';
import browser from '../browser.ts';
import { fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

beforeEach(() => {
  browser.reset();
  vi.clearAllMocks();
  browser.permissions.contains.mockResolvedValue(true);
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z'), toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

const shownText = () => browser.action.setBadgeText.mock.lastCall?.[0].text;
const shownColour = () => browser.action.setBadgeBackgroundColor.mock.lastCall?.[0].color;

it('shows a key that comes to wait', async () => {
  startRounds();
  await vi.waitFor(() => expect(shownText()).toBe(''));
  await keep(fakeKey(), origin);
  await vi.waitFor(() => expect(shownText()).toBe('1'));
});

it('when its alarm rings asks about a key that has waited for long, and removes nothing', async () => {
  await keep(fakeKey(), origin);
  startRounds();
  await vi.waitFor(() => expect(shownText()).toBe('1'));
  const calm = shownColour();
  const [alarm] = await vi.waitUntil(async () => {
    const alarms = await browser.alarms.getAll();
    return alarms.length > 0 && alarms;
  });
  vi.setSystemTime(Date.now() + lifetime);
  await browser.alarms.onAlarm.trigger(alarm as never);
  await vi.waitFor(() => expect(shownColour()).not.toBe(calm));
  expect(shownText()).toBe('1');
  expect(await waiting()).toHaveLength(1);
});

it('says that a console is not watched, and that it is again', async () => {
  browser.permissions.contains.mockResolvedValue(false);
  startRounds();
  await vi.waitFor(() => expect(shownText()).toBe('!'));
  browser.permissions.contains.mockResolvedValue(true);
  await recheckConsoles();
  expect(shownText()).toBe('');
});

it('does not put off an alarm that is set', async () => {
  startRounds();
  const [first] = await vi.waitUntil(async () => {
    const alarms = await browser.alarms.getAll();
    return alarms.length > 0 && alarms;
  });
  vi.setSystemTime(Date.now() + 60_000);
  startRounds();
  await vi.waitFor(() => expect(browser.action.setTitle).toHaveBeenCalledTimes(2));
  expect(await browser.alarms.getAll()).toEqual([first]);
});
