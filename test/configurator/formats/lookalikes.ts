import fc from 'fast-check';
import { times } from '../../sample.ts';
import { hardValues, values } from './hard-values.ts';

/** Values that some format reads as something else without quotes: numbers, keywords, dates, syntax. */
export const lookalikes: readonly string[] = [
  ...['00123', '010', '0x1F', '0o17', '0b1', '1e3', '12345678901234567e10', '1_000', '1.5', '-1', '+1', '.5'],
  ...['12:30:45', '2001-12-14', '2001-12-14t21:59:43.10-05:00', 'yes', 'No', 'on', 'y', 'N', 'TRUE', 'Null'],
  ...[
    '~',
    '.inf',
    '-.INF',
    '.NaN',
    'inf',
    'nan',
    'none',
    'undefined',
    '<<',
    '-',
    '---',
    '--- a',
    '...',
    '? a',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    '- a',
    '*a',
    '&a',
    '!a',
    '!!str',
    '|',
    '>',
    '%a',
    '%YAML 1.2',
    '@a',
    '[a]',
    '{a}',
    'a,b',
  ],
  ...[
    '[section]',
    '# a',
    '; a',
    'a ; b',
    'a // b',
    'a /* b */',
    '<a>',
    '&amp;',
    ']]>',
    '<!--',
    '%(a)s',
    '{$a}',
  ],
  ...['\\u0041', 'u{41}', '\\', '\\\\', '""', "''", '"""', "'''", 'a"', "a'", 'a\\"', 'tab\there'],
];

/** Line breaks and invisible characters: no configuration should contain them, but no writer may corrupt them. */
export const invisibles: readonly string[] = [
  ...[
    '',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n a',
    'a \n',
    'a\n\nb',
    'a\f',
    'a\vb',
  ],
  ...['a\u007Fb', 'a\u0085b', '\u0085', 'a\u00A0b', '\u00A0', 'a\u2028b', '\u2029', '\uFEFF', 'a\uFEFFb'],
  ...['a\u0001b', '\u001B[0m', 'a\uFFFEb', 'a\uFFFFb', '\u{10FFFF}', 'e\u0301', '\u200B', '\u202Ea'],
];

export const everyValue: readonly string[] = [...hardValues, ...lookalikes, ...invisibles];

/**
 * Random texts that UTF-8 can encode, with access keys among them.
 *
 * @param count how many where sweeps are whole; else a tenth of it
 */
export function randomValues(count: number): string[] {
  const text = values.filter((value) => !/\0|\p{Surrogate}/u.test(value));
  return fc.sample(fc.oneof({ weight: 4, arbitrary: text }, fc.stringMatching(/^[A-Za-z0-9]{20}$/)), {
    numRuns: times(count, Math.ceil(count / 10)),
  });
}
