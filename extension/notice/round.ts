import browser from 'webextension-polyfill';
import { chosenLanguage } from '../chosen-language.ts';
import { keepsAll, lookAfterConsoles } from '../consoles/watching.ts';
import { countEnding } from '../inventory/inventory.ts';
import { waiting } from '../outbox/outbox.ts';
import { isOverdue } from '../outbox/record.ts';
import { inTurn, onKept } from '../storage.ts';
import { lookOf, type Matters } from './badge.ts';

const name = 'round';
const minutes = 30;

/**
 * In the background: keeps the button up to date and the consoles watched, at each start, at each change, and every
 * half hour.
 */
export function beginRounds(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void lookAgain();
  });
  onKept(() => void showMatters());
  void keepAlarm();
  void showMatters();
  void lookAgain();
}

/** How many consoles were unwatched at the last check. */
let unwatched = 0;

/**
 * Checks whether the consoles are watched, injects missing scripts, and shows the result. Runs at each start, which may
 * be the first after an update of the browser.
 */
export async function lookAgain(): Promise<void> {
  unwatched = (await lookAfterConsoles()).filter((one) => !keepsAll([one])).length;
  await showMatters();
}

/** Creates the alarm only once: creating it at each start would postpone it each time. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { periodInMinutes: minutes });
}

/** Updates the button, one update at a time, so that the latest state wins. */
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
    overdue: captures.filter((capture) => isOverdue(capture, now)).length,
    ending: await countEnding(now),
    unwatched,
  };
}
