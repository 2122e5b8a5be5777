import browser from 'webextension-polyfill';
import { chosenLanguage } from '../chosen-language.ts';
import { checkConsoles, isEveryKeyKept } from '../consoles/watching.ts';
import { countEnding } from '../inventory/inventory.ts';
import { waiting } from '../outbox/outbox.ts';
import { isOverdue } from '../outbox/record.ts';
import { makeQueue, onStorageChange } from '../storage.ts';
import { type ButtonCounts, lookOf } from './badge.ts';

const name = 'round';
const minutes = 30;

/**
 * In the background: keeps the button up to date and the consoles watched, at each start, at each change, and every
 * half hour.
 */
export function startRounds(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void recheckConsoles();
  });
  onStorageChange(() => void updateButton());
  void keepAlarm();
  void updateButton();
  void recheckConsoles();
}

/** How many consoles were unwatched at the last check. */
let unwatched = 0;

/**
 * Checks whether the consoles are watched, injects missing scripts, and shows the result. Runs at each start, which may
 * be the first after an update of the browser.
 */
export async function recheckConsoles(): Promise<void> {
  unwatched = (await checkConsoles()).filter((one) => !isEveryKeyKept([one])).length;
  await updateButton();
}

/** Creates the alarm only once: creating it at each start would postpone it each time. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { periodInMinutes: minutes });
}

/** Updates the button, one update at a time, so that the latest state wins. */
const updateButton = () => enqueue(drawButton);
const enqueue = makeQueue();

async function drawButton(): Promise<void> {
  const { text, colour, title } = lookOf(await counts(new Date()), await chosenLanguage());
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}

async function counts(now: Date): Promise<ButtonCounts> {
  const captures = await waiting();
  return {
    waiting: captures.length,
    overdue: captures.filter((capture) => isOverdue(capture, now)).length,
    ending: await countEnding(now),
    unwatched,
  };
}
