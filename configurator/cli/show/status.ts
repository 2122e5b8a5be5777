import { resolve } from 'node:path';
import { cwd } from 'node:process';
import { calendar } from '../../inspect/calendar.ts';
import type { StatusFinding } from '../../inspect/finding.ts';
import type { KeyLife } from '../../inspect/reminders.ts';
import type { EnvironmentStatus, TargetStatus } from '../../inspect/status.ts';
import { createFile } from '../../machine/files.ts';
import { errnoOf } from '../../machine/system-error.ts';
import { CommandRefusal } from '../errors.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';
import { localTime } from './local-time.ts';
import { alignedLines } from './table.ts';

/** Prints a table of which key is in which file, and below it the findings. */
export function showStatus(environments: readonly EnvironmentStatus[], terminal: Terminal): void {
  const { print, paint, language } = terminal;
  let count = 0;
  const notKnown: string[] = [];
  for (const status of environments) {
    print(paint('bold', status.environment));
    showTable(rowsOf(status, terminal), terminal);
    const findings = [
      ...status.findings,
      ...[...status.targets, ...status.external].flatMap((each) => each.findings),
    ];
    for (const finding of findings) showFinding(finding, terminal);
    count += findings.length;
    notKnown.push(...namesNotKnown(status));
  }
  if (count > 0) print(tell('status-findings', language, { count }));
  else if (notKnown.length > 0) print(tell('status-not-known', language, { names: notKnown.join(', ') }));
  else print(paint('green', tell('status-well', language)));
}

function namesNotKnown({ targets, external, byHand }: EnvironmentStatus): string[] {
  const files = targets.filter(({ key, installed }) => key && installed === null);
  const unsure = external.filter(({ state }) => state !== 'has');
  return [
    ...files.map(({ file }) => file),
    ...unsure.map(({ name }) => name),
    ...byHand.map(({ title }) => title),
  ];
}

function showFinding({ code, params }: StatusFinding, { print, paint, language }: Terminal): void {
  print(`  ${paint('yellow', '!')} ${tell('finding', language, say(code, params, language))}`);
}

type Cells = readonly [name: string, key: string, state: string, installed: string, fingerprint: string];

function rowsOf({ targets, external, byHand }: EnvironmentStatus, { language }: Terminal): Cells[] {
  const time = (installed: string | null) => (installed === null ? '' : localTime(installed, language));
  const notKnown = tell('state-not-known', language);
  return [
    ...targets.map((target): Cells => {
      const { file, key, installed } = target;
      const fingerprint = key?.fingerprint ?? '';
      return [file, key?.masked ?? '', tell(stateOf(target), language), time(installed), fingerprint];
    }),
    ...external.map(({ name, state, key, installed }): Cells => {
      const said = tell(`state-external-${state}`, language);
      return [name, key?.masked ?? '', said, time(installed), key?.fingerprint ?? ''];
    }),
    ...byHand.map(({ title, entered }): Cells => {
      if (!entered) return [title, '', `${tell('state-by-hand', language)}: ${notKnown}`, '', ''];
      const said = tell('state-said-done', language, { date: localTime(entered.at, language) });
      return [title, entered.masked, said, '', entered.fingerprint];
    }),
  ];
}

/** A file's state in a word or two. A key that was not installed from here is not known to be the latest. */
function stateOf({ key, installed, inStep }: TargetStatus) {
  if (key === null) return 'state-no-key';
  if (!inStep) return 'state-other-key';
  return installed === null ? 'state-not-known' : 'state-up-to-date';
}

/** Prints a table; columns that are empty are left out. */
function showTable(rows: readonly Cells[], { print, paint, language }: Terminal): void {
  const heads = ['where', 'key', 'state', 'installed', 'fingerprint'] as const;
  const filled = heads.map((_, at) => rows.some((row) => row[at] !== ''));
  const titles = heads.map((head) => tell(`column-${head}`, language));
  const [first = '', ...others] = alignedLines(
    [titles, ...rows].map((cells) => cells.filter((_, at) => filled[at])),
  );
  print(`  ${paint('dim', first)}`);
  for (const line of others) print(`  ${line}`);
}

/** In days, the age at which a key should be replaced by default. */
const usualAge = 365;

/**
 * Writes a calendar of when keys should be replaced; overwrites nothing.
 *
 * @throws Refusal `calendar-exists`, `calendar-failed`
 */
export async function writeCalendar(
  file: string,
  lives: readonly KeyLife[],
  maxAge: number | undefined,
  { language, print }: Terminal,
): Promise<void> {
  const titleOf = ({ environment, masked, reference }: KeyLife, ends: boolean) =>
    tell(ends ? 'calendar-ends' : 'calendar-old', language, { environment, key: reference || masked });
  const texts = { titleOf, description: tell('calendar-what-to-do', language) };
  const text = calendar(lives, maxAge ?? usualAge, texts, new Date());
  try {
    await createFile(resolve(cwd(), file), text);
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === 'EEXIST'
      ? new CommandRefusal('calendar-exists', { file })
      : new CommandRefusal('calendar-failed', { file, reason });
  }
  print(tell('calendar-written', language, { file }));
}
