import { visible } from '../../shared/outside-text.ts';
import type { KeyLife } from './reminders.ts';

export interface CalendarTexts {
  /** The title of an event. */
  readonly titleOf: (life: KeyLife, ends: boolean) => string;
  readonly description: string;
}

/** The days before an event on which the calendar reminds of it. */
const alarmDays = [30, 7, 1];

/** A calendar (RFC 5545) of the days on which keys end or become too old. It contains no secret. */
export function calendar(lives: readonly KeyLife[], maxAge: number, texts: CalendarTexts, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const events = lives.flatMap((life) => eventOf(life, maxAge, texts, stamp));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cle-en-main//cle//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventOf(life: KeyLife, maxAge: number, texts: CalendarTexts, stamp: string): string[] {
  const { environment, fingerprint, since, ends } = life;
  const date = ends === null ? since && addDays(since, maxAge) : addDays(ends, 0);
  if (!date) return [];
  const title = escaped(texts.titleOf(life, ends !== null));
  return [
    'BEGIN:VEVENT',
    `UID:${environment}-${fingerprint.replaceAll(' ', '')}@cle-en-main`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(texts.description)}`,
    'TRANSP:TRANSPARENT',
    ...alarmDays.flatMap((days) => alarm(days, title)),
    'END:VEVENT',
  ];
}

function alarm(days: number, title: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${days}D`, `DESCRIPTION:${title}`, 'END:VALARM'];
}

function addDays(from: string, days: number): string {
  const date = new Date(from);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/** Calendar programs show titles, some of them in a terminal. */
function escaped(text: string): string {
  return visible(text).replace(/[\\;,]/g, '\\$&');
}

/** A line has at most 75 bytes; a longer one continues on lines that begin with a space. */
function fold(line: string): string {
  let folded = '';
  let room = 75;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      folded += '\r\n ';
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
