// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the variables of .env files
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { env } from '../../../../configurator/formats/env/env.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { type Reader, readers } from './readers.ts';

/** Files that nobody would write: pieces that start, end and escape strings, names and comments, in any order. */
const files = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('\nKEY=', '\nAFTER=', 'BEFORE=', '\n# KEY=', '\nexport KEY=', '\nKEY = '),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom("'", '"', '`', '\\', '#', ' #', ' ', '=', ':', '\n', '\r\n', '$', '${A}'),
      },
      { weight: 2, arbitrary: fc.constantFrom('a', 'b c', '"x"', "'y'", '\\n', '\\t', 'é') },
    ),
    { maxLength: 16 },
  )
  .map((pieces) => `${pieces.join('')}\n`);

const names = ['BEFORE', 'KEY', 'AFTER'];

interface Sample {
  readonly text: string;
  /** What we read: each name once, without those that the file computes. */
  readonly ours: Readonly<Record<string, string>>;
}

/** Refused or ambiguous values do not count: nothing would be written. */
function sample(text: string, dialect: string): Sample[] {
  try {
    const entries = env.read(text, { file: 'the-file', dialect });
    if (new Set(entries.map(({ address }) => address)).size < entries.length) return [];
    const known = entries.filter(({ address, value }) => value !== undefined && names.includes(address));
    return [{ text, ours: Object.fromEntries(known.map(({ address, value }) => [address, value ?? ''])) }];
  } catch (error) {
    if (error instanceof Refusal && ['file-unparsable', 'file-not-plain'].includes(error.code)) return [];
    throw error;
  }
}

/** Debian's dotenv for Ruby predates strings over several lines, and looks for the last quote of a line. */
function isSameInOldRuby(text: string): boolean {
  return text.split('\n').every((line) => /^[^'"]*(?:(['"])[^'"]*\1[^'"#]*)?$/.test(line));
}

/** Each as JSON, in which a line end is to be seen. */
function disagreements(samples: readonly Sample[], read: Reader): string[] {
  const readings = read(samples.map(({ text }) => text));
  return samples.flatMap(({ text, ours }, index) => {
    const theirs = readings[index];
    const same = Object.entries(ours).every(([name, value]) => theirs?.[name] === value);
    return same ? [] : [JSON.stringify({ text, ours, theirs })];
  });
}

describe.each(Object.keys(readers))('dialect %s', (dialect) => {
  const consumers = Object.entries(readers[dialect] ?? {}).filter(([name]) => name !== 'node --env-file');

  it.each(consumers)('never reads a value that %s does not', (_, read) => {
    const texts = fc.sample(files, 6000).filter((text) => dialect !== 'ruby' || isSameInOldRuby(text));
    const samples = texts.flatMap((text) => sample(text, dialect));
    expect(samples.length).toBeGreaterThan(300);
    expect(disagreements(samples, read)).toEqual([]);
  });
});
