import { expect, it } from 'vitest';
import { calendar } from '../../../configurator/inspect/calendar.ts';

const now = new Date('2026-01-01T12:00:00Z');
const life = {
  environment: 'homologation',
  masked: '*****qV8',
  fingerprint: 'aaaa bbbb',
  since: null,
  ends: '2026-06-30',
} as const;

/** The texts of a calendar as a program shows them: lines joined (RFC 5545, 3.1), then escapes undone (3.3.11). */
function read(written: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const line of written.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)) {
    const [, name = '', value = ''] = /^([\w-]+)[^:]*:(.*)$/su.exec(line) ?? [];
    const plain = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
    texts.set(name, [...(texts.get(name) ?? []), plain]);
  }
  return texts;
}

const write = (reference: string) =>
  calendar(
    [{ ...life, reference }],
    90,
    { titleOf: (of) => `key ${of.reference}`, description: reference },
    now,
  );

it.each([
  ['a line end', 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:all is well', 'a\\u000d\\u000aEND:VEVENT'],
  ['commas, semicolons, colons and backslashes', 'a,b;c:d\\n\\,e"', 'a,b;c:d\\n\\,e"'],
  ['controls of a terminal', 'a\u001b[3A\u009bJ\u007f\0', 'a\\u001b[3A\\u009bJ\\u007f\\u0000'],
  [
    'direction marks and line ends of Unicode',
    '\u202eevil\u2066\u2028\u2029',
    '\\u202eevil\\u2066\\u2028\\u2029',
  ],
])('a calendar says %s in a text as a text', (_, reference, shown) => {
  const written = write(reference);
  const texts = read(written);
  expect(texts.get('SUMMARY')).toEqual([expect.stringContaining(`key ${shown}`)]);
  expect(texts.get('DESCRIPTION')).toHaveLength(4);
  expect(texts.get('DESCRIPTION')?.every((text) => text.includes(shown))).toBe(true);
  expect(texts.get('BEGIN')).toEqual(['VCALENDAR', 'VEVENT', 'VALARM', 'VALARM', 'VALARM']);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
  expect(written).not.toMatch(/[^\r]\n|\r[^\n]/);
});

it.each(['é', '漢', '🔑', 'a,'])(
  'a calendar folds lines of %s at 75 bytes, never within a character',
  (letter) => {
    const reference = letter.repeat(200);
    const written = write(reference);
    const lines = written.split('\r\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Surrogate}/u);
    }
    expect(read(written).get('SUMMARY')).toEqual([`key ${reference}`]);
  },
);
