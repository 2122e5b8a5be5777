import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { env } from '../../../../configurator/formats/env/env.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { times } from '../../../sample.ts';
import { assign } from '../assign.ts';
import { hardValues, values } from '../hard-values.ts';
import { type Reader, readers } from './readers.ts';

/** Files around a key, in the ways that people write them: `KEY` with this line, or without any. */
const lines: Record<string, readonly string[]> = {
  dotenv: [
    'KEY=old',
    "KEY='old'",
    'KEY="old" # note',
    'KEY=`old`',
    'KEY=',
    'export KEY=old',
    'KEY = old',
    '#KEY=old',
  ],
  docker: ['KEY=old', 'KEY=', 'KEY="old"', '#KEY=old'],
  phpdotenv: ['KEY=old', "KEY='old'", 'KEY="old" # note', 'KEY=', 'export KEY=old', 'KEY = old', '#KEY=old'],
  symfony: [
    'KEY=old',
    "KEY='old'",
    'KEY="old" # note',
    'KEY=',
    'export KEY=old',
    "KEY='it'\\''s'",
    '#KEY=old',
  ],
  bash: ['KEY=old', "KEY='old'", 'KEY="old" # note', 'KEY=', 'export KEY=old', "KEY='it'\\''s'", '#KEY=old'],
  'python-dotenv': [
    'KEY=old',
    "KEY='old'",
    'KEY="old" # note',
    'KEY=',
    'export KEY=old',
    'KEY = old',
    '#KEY=old',
  ],
  dotenvx: [
    'KEY=old',
    "KEY='old'",
    'KEY="old" # note',
    'KEY=`old`',
    'KEY=',
    'export KEY=old',
    'KEY = old',
    '#KEY=old',
  ],
  ruby: ['KEY=old', "KEY='old'", 'KEY="old" # note', 'KEY=', 'export KEY=old', 'KEY = old', '#KEY=old'],
};

/** What reads this one is not among the readers; `env.test.ts` alone tries it. */
const unread = 'compose';

it.each(env.dialects.filter((dialect) => dialect !== unread))(
  'dialect %s has a reader, and lines that people write for it',
  (dialect) => {
    expect(Object.keys(readers), 'readers.ts: add the program that it is for').toContain(dialect);
    expect(Object.keys(lines), 'lines: add how people write a variable for it').toContain(dialect);
  },
);

interface Case {
  readonly line: string;
  readonly newline: string;
  readonly value: string;
}

function fileOf({ line, newline }: Case): string {
  return `BEFORE=1${newline}${line}${newline}AFTER=2`;
}

function cases(dialect: string): fc.Arbitrary<Case> {
  return fc.record({
    line: fc.constantFrom('# no such key', ...(lines[dialect] ?? [])),
    newline: dialect === 'bash' ? fc.constant('\n') : fc.constantFrom('\n', '\r\n'),
    value: values,
  });
}

/** Writes each case, without those that are refused. */
function write(dialect: string, list: readonly Case[]): { text: string; value: string }[] {
  return list.flatMap((one) => {
    try {
      const { bytes } = assign(env, fileOf(one), { KEY: one.value }, dialect);
      return [{ text: Buffer.from(bytes).toString('utf8'), value: one.value }];
    } catch (error) {
      if (error instanceof Refusal && error.code === 'value-unrepresentable') return [];
      throw error;
    }
  });
}

function expectReadBack(read: Reader, written: readonly { text: string; value: string }[]): void {
  const readings = read(written.map(({ text }) => text));
  const wrong = written.filter(({ value }, index) => {
    const { BEFORE, KEY, AFTER } = readings[index] ?? {};
    return BEFORE !== '1' || KEY !== value || AFTER !== '2';
  });
  expect(wrong).toEqual([]);
}

describe.each(Object.keys(readers))('dialect %s', (dialect) => {
  describe.each(Object.entries(readers[dialect] ?? {}))('as %s reads it', (_, read) => {
    it('reads every random value back, or refuses it', () => {
      const list = fc.sample(cases(dialect), times(10_000, 2_000));
      const written = write(dialect, list);
      expect(written.length, 'few are refused').toBeGreaterThan(list.length * 0.7);
      expectReadBack(read, written);
    });

    it('refuses none of the values that keys have', () => {
      const keys = fc.stringMatching(/^[A-Za-z0-9._+/=-][A-Za-z0-9._~+/=-]{0,30}$/);
      const sampled = fc.sample(
        fc.record({ line: fc.constantFrom(...(lines[dialect] ?? [])), value: keys }),
        300,
      );
      const list = sampled.map((one) => ({ ...one, newline: '\n' }));
      const written = write(dialect, list);
      expect(written).toHaveLength(list.length);
      expectReadBack(read, written);
    });

    it('reads the hard values back, or refuses them', () => {
      const list = hardValues.flatMap((value) =>
        (lines[dialect] ?? []).map((line) => ({ line, newline: '\n', value })),
      );
      const written = write(dialect, list);
      expect(written.length).toBeGreaterThan(list.length / 3);
      expectReadBack(read, written);
    });
  });
});
