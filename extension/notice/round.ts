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

/** In the background: looks after what waits, at every start of it, at every change, and in between. */
export function beginRounds(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void lookAgain();
  });
  onKept(() => void showMatters());
  void keepAlarm();
  void showMatters();
  void lookAgain();
}

/** How many consoles were seen not to be watched. */
let unwatched = 0;

/** Asks whether the consoles are watched, mends what can be, and shows it: at every start, as the browser's own may be after an update. */
export async function lookAgain(): Promise<void> {
  unwatched = (await lookAfterConsoles()).filter((one) => !keepsAll([one])).length;
  await showMatters();
}

/** A background that starts would put the alarm off each time that it set it anew. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { periodInMinutes: minutes });
}

/** Shows on the button what there is to do; one at a time, so that it shows the latest. */
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
