import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginRounds } from '../../../extension/notice/round.ts';
import { keep, removals, waiting } from '../../../extension/outbox/outbox.ts';
import { lifetime } from '../../../extension/outbox/record.ts';
import browser from '../browser.ts';
import { fakeKey } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', async () => {
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  return { deviceIdentity: async () => (pair as CryptoKeyPair).privateKey };
});

beforeEach(() => {
  browser.reset();
  vi.clearAllMocks();
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z'), toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

const shownText = () => browser.action.setBadgeText.mock.lastCall?.[0].text;
const shownColour = () => browser.action.setBadgeBackgroundColor.mock.lastCall?.[0].color;

it('shows a key that comes to wait', async () => {
  beginRounds();
  await vi.waitFor(() => expect(shownText()).toBe(''));
  await keep(fakeKey());
  await vi.waitFor(() => expect(shownText()).toBe('1'));
});

it('at its start removes what expired while the browser was closed, and says so', async () => {
  await keep(fakeKey());
  vi.setSystemTime(Date.now() + lifetime);
  beginRounds();
  await vi.waitFor(() => expect(shownText()).toBe('!'));
  expect(await waiting()).toEqual([]);
  expect(await removals()).toHaveLength(1);
});

it('while the browser runs warns, then removes, when its alarm rings', async () => {
  await keep(fakeKey());
  beginRounds();
  await vi.waitFor(() => expect(shownText()).toBe('1'));
  const calm = shownColour();
  const [alarm] = await vi.waitUntil(async () => {
    const alarms = await browser.alarms.getAll();
    return alarms.length > 0 && alarms;
  });
  vi.setSystemTime(Date.now() + lifetime - 1000);
  await browser.alarms.onAlarm.trigger(alarm as never);
  await vi.waitFor(() => expect(shownColour()).not.toBe(calm));
  expect(shownText()).toBe('1');
  vi.setSystemTime(Date.now() + 1000);
  await browser.alarms.onAlarm.trigger(alarm as never);
  await vi.waitFor(() => expect(shownText()).toBe('!'));
});

it('does not put off an alarm that is set', async () => {
  beginRounds();
  const [first] = await vi.waitUntil(async () => {
    const alarms = await browser.alarms.getAll();
    return alarms.length > 0 && alarms;
  });
  vi.setSystemTime(Date.now() + 60_000);
  beginRounds();
  await vi.waitFor(() => expect(browser.action.setTitle).toHaveBeenCalledTimes(2));
  expect(await browser.alarms.getAll()).toEqual([first]);
});
