import { visible } from '../../shared/outside-text.ts';
import type { KeyLife } from './reminders.ts';

export interface CalendarTexts {
  /** What a day in the calendar is called. */
  readonly titleOf: (life: KeyLife, ends: boolean) => string;
  readonly description: string;
}

/** How many days before a key's day the calendar speaks. */
const ahead = [30, 7, 1];

/** A calendar (RFC 5545) with the day on which each key ends, or is too old. Holds no secret. */
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
    ...ahead.flatMap((days) => alarm(days, title)),
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

/** Calendar programs show titles; some do so in a terminal. */
function escaped(text: string): string {
  return visible(text).replace(/[\\;,]/g, '\\$&');
}

/** A line has 75 bytes at the most; what is longer goes on in lines that begin with a blank. */
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
