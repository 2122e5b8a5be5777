import { resolve } from 'node:path';
import { cwd } from 'node:process';
import { calendar } from '../../inspect/calendar.ts';
import type { ExternalStatus } from '../../inspect/external-status.ts';
import type { StatusFinding } from '../../inspect/finding.ts';
import type { KeyLife } from '../../inspect/reminders.ts';
import type { EnvironmentStatus, TargetStatus } from '../../inspect/status.ts';
import { createFile } from '../../machine/files.ts';
import { errnoOf } from '../../machine/system-error.ts';
import { CommandRefusal } from '../errors.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

/** Prints which key is in which file, and beneath each what to look at. */
export function showStatus(environments: readonly EnvironmentStatus[], terminal: Terminal): void {
  const { print, paint, language } = terminal;
  let count = 0;
  const notKnown: string[] = [];
  const show = (findings: readonly StatusFinding[]) => {
    count += findings.length;
    for (const finding of findings) showFinding(finding, terminal);
  };
  for (const { environment, targets, external, byHand, findings } of environments) {
    print(paint('bold', environment));
    show(findings);
    for (const target of targets) {
      print(`  ${describeTarget(target, terminal)}`);
      show(target.findings);
    }
    for (const each of external) {
      print(`  ${describeExternal(each, terminal)}`);
      show(each.findings);
    }
    for (const title of byHand) print(`  ${tell('status-by-hand', language, { title })}`);
    notKnown.push(
      ...targets.filter(({ key, installed }) => key && installed === null).map(({ file }) => file),
      ...external.filter(({ state }) => state !== 'has').map(({ name }) => name),
      ...byHand,
    );
  }
  if (count > 0) print(tell('status-findings', language, { count }));
  else if (notKnown.length > 0) print(tell('status-not-known', language, { names: notKnown.join(', ') }));
  else print(paint('green', tell('status-well', language)));
}

function showFinding({ code, params }: StatusFinding, { print, paint, language }: Terminal): void {
  const { what, next } = say(code, params, language);
  print(`    ${paint('yellow', '!')} ${what}: ${next}`);
}

const externalTexts = {
  given: 'status-external',
  has: 'status-external-has',
  without: 'status-external-without',
  'may-have': 'status-external-may-have',
  left: 'status-external-without',
} as const;

function describeExternal(status: ExternalStatus, { language }: Terminal): string {
  const { name, state, key, installed } = status;
  if (state === 'none' || key === null) return tell('status-external-none', language, { name });
  const { masked, fingerprint } = key;
  return tell(externalTexts[state], language, { name, masked, fingerprint, time: installed ?? '' });
}

function describeTarget({ file, key, installed, inStep }: TargetStatus, { language }: Terminal): string {
  if (key === null) return tell('status-no-key', language, { file });
  const more = [
    key.reference === null ? '' : tell('status-reference', language, { reference: key.reference }),
    installed === null ? '' : tell('status-installed', language, { time: installed }),
    tell(inStep ? 'status-in-step' : 'status-out-of-step', language),
  ];
  const fingerprint = key.fingerprint ?? tell('status-unknown', language);
  return tell('status-key', language, { file, masked: key.masked, fingerprint, more: more.join('') });
}

/** In days, where nobody said at what age a key is to be followed by another. */
const usualAge = 365;

/**
 * Writes a calendar of when keys should be followed by others; overwrites nothing.
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
