import browser from 'webextension-polyfill';
import { chosenLanguage } from '../chosen-language.ts';
import { countEnding } from '../inventory/inventory.ts';
import { removals, removeExpired, waiting } from '../outbox/outbox.ts';
import { expiresSoon } from '../outbox/record.ts';
import { inTurn } from '../storage.ts';
import { lookOf, type Matters } from './badge.ts';

const name = 'round';
const minutes = 30;

/** In the background: looks after what waits, at every start of it, at every change, and in between. */
export function beginRounds(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void goRound();
  });
  browser.storage.local.onChanged.addListener(() => void showMatters());
  void keepAlarm();
  void goRound();
}

/** Removes what has expired, and shows on the button what is left to do. */
export async function goRound(): Promise<void> {
  await removeExpired(new Date());
  await showMatters();
}

/** A background that starts would put the alarm off each time that it set it anew. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { periodInMinutes: minutes });
}

/** One at a time, so that the button shows the latest. */
const showMatters = () => alone(show);
const alone = inTurn();

async function show(): Promise<void> {
  const { text, colour, title } = lookOf(await matters(new Date()), await chosenLanguage());
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}

async function matters(now: Date): Promise<Matters> {
  const captures = await waiting();
  return {
    waiting: captures.length,
    expiring: captures.filter((capture) => expiresSoon(capture, now)).length,
    removed: (await removals()).length,
    ending: await countEnding(now),
  };
}
