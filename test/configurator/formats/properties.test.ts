import { describe, expect, it } from 'vitest';
import { properties } from '../../../configurator/formats/properties/properties.ts';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { assignments, refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { javaProperties } from './readers/java-properties.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['behind =', 'a=old\nb=1', { a: key }, `a=${key}\nb=1`],
    ['after spaces and a colon', ' a\t: old\r\n', { a: key }, ` a\t: ${key}\r\n`],
    ['after only a space', 'a old\n', { a: '=x' }, 'a \\=x\n'],
    ['that is not there, behind =', 'a=\nb=1\n', { a: key }, `a=${key}\nb=1\n`],
    ['of a key alone', 'a\nb=1\n', { a: key }, `a=${key}\nb=1\n`],
    ['of a key alone that a backslash continues', 'a\\\n\nb=1\n', { a: key }, `a=${key}\n\nb=1\n`],
    ['over several lines', 'a=one,\\\n  two,\\\r\n  three\nb=1\n', { a: key }, `a=${key}\nb=1\n`],
    ['that begins on the next line', 'a=\\\n    old\nb=1\n', { a: key }, `a=\\\n    ${key}\nb=1\n`],
    ['that looks like a comment there', 'a=\\\n  #old\n', { a: key }, `a=\\\n  ${key}\n`],
    ['with a backslash at the end of the file', 'a=old\\', { a: key }, `a=${key}`],
    ['of an escaped key', 'a\\ b\\=\\u0063=old\n', { 'a b=c': key }, `a\\ b\\=\\u0063=${key}\n`],
    ['of a dotted key', 'payline.key=old\n', { 'payline.key': key }, `payline.key=${key}\n`],
    ['between comments', '# a=1\n ! a=2\na=old # 3\n', { a: key }, `# a=1\n ! a=2\na=${key}\n`],
    [
      'by what needs escapes',
      'a=old\n',
      { a: ' \t\\é😀\n ' },
      'a=\\ \\t\\\\\\u00E9\\uD83D\\uDE00\\n\\u0020\n',
    ],
    ['in lines that CR ends', 'a=old\rb=1\r', { a: key }, `a=${key}\rb=1\r`],
    ['of names that objects have', '__proto__=old\n', { ['__proto__']: key }, `__proto__=${key}\n`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(properties, before, set)).toBe(after);
    expect(put(properties, after, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    ['at the end, in the style of the last one', 'a = 1\n', { b: key }, `a = 1\nb = ${key}\n`],
    ['without final line end', '# c\r\na=1', { b: key }, `# c\r\na=1\r\nb=${key}`],
    ['in lines that CR ends', 'a=1\r', { b: key }, `a=1\rb=${key}\r`],
    ['to an empty file', '', { b: key, c: '1' }, `b=${key}\nc=1\n`],
    ['with a key that needs escapes', '', { 'a b:é': key }, `a\\ b\\:\\u00E9=${key}\n`],
    ['after a line that a backslash continues', 'a=1\\\n', { b: key }, `a=1\\\n\nb=${key}\n`],
    ['after a backslash at the end of the file', 'a=1\\', { b: key }, `a=1\\\n\nb=${key}`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(properties, before, set)).toBe(after);
    expect(put(properties, after, set)).toBe(after);
  });
});

describe('refuses', () => {
  const placeholder = 'a=$' + '{PAYLINE_KEY:x}\n';
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['a key that occurs twice', 'a=1\nb=2\na : 3\n', 'a', 'entry-duplicate', { lines: '1, 3' }],
    ['an escape that Java refuses', 'a=1\nb=\\u12\n', 'a', 'file-unparsable', { line: 2 }],
    ['a placeholder', placeholder, 'a', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(properties, text, { [address]: key }))).toMatchObject([code, params]);
  });
});

it('keeps every byte of a file in ISO-8859-1', () => {
  const bytes = Buffer.from('# clé\nnom=clé\na=old\n', 'latin1');
  const after = rewrite(properties, bytes, assignments({ a: 'clé' }), {
    file: 'f',
    dialect: undefined,
  }).bytes;
  expect(Buffer.from(after).toString('latin1')).toBe('# clé\nnom=clé\na=cl\\u00E9\n');
  expect(javaProperties([after])[0]).toEqual(
    new Map([
      ['nom', 'clé'],
      ['a', 'clé'],
    ]),
  );
});

describe('java.util.Properties', () => {
  it('reads every text as we do', () => {
    const texts = [
      ...[
        'a',
        'a=',
        'a:b',
        'a b',
        'a\tb',
        'a = b ',
        ' a==b',
        'a\\=b=c',
        'a\\\\=b',
        'a=b\\',
        'a=b\\\n',
        'a=b\\\n\nc=d',
      ],
      ...[
        '\\\na=b',
        '\\\n#a=b',
        'a=b\\\n#c',
        '#a\\\nb=c',
        '!a',
        '\n\n a=b',
        'a\\\n  b=c',
        'a\\\n  =c',
        'a=\\\r\n  b\r\nc',
        'a=b\rc=d',
      ],
      ...[
        'a=\\u0041\\u00e9',
        'a=\\q\\t\\\\n',
        '=a',
        ':',
        'a\f=\fb',
        'a=b\\\\\nc=d',
        'a=b\\\\\\\n  c',
        'a:=b',
        'a =: b',
        'a\\:b:c',
      ],
      ...['a=\\\n\\\n b', 'a=b\\\n  \nc=d', 'a\\', 'a \\\n = b', 'a=b\\\n\\\n\nc=d'],
    ];
    const java = javaProperties(texts.map((text) => Buffer.from(text, 'utf8')));
    texts.forEach((text, index) => {
      const ours = new Map(readAll(properties, text).map(({ address, value }) => [address, value]));
      expect(ours, JSON.stringify(text)).toEqual(java[index]);
    });
  });

  it('reads back what was written', () => {
    const styles = ['KEY=old\nz=1\n', 'KEY = one\\\n  two', 'KEY', 'KEY old\r\n', 'KEY:\\\n  x\rz=1'];
    const values = [...everyValue, ...randomValues(500)];
    const texts = values.flatMap((value) =>
      styles.flatMap((style) => {
        const text = unlessUnrepresentable(() =>
          put(properties, style, { KEY: value, NEW: value }, { file: 'shop.properties' }),
        );
        return text === undefined ? [] : [{ text, value }];
      }),
    );
    const java = javaProperties(texts.map(({ text }) => Buffer.from(text, 'utf8')));
    texts.forEach(({ text, value }, index) => {
      expect(java[index]?.get('KEY'), text).toBe(value);
      expect(java[index]?.get('NEW'), text).toBe(value);
    });
    expect(texts.length).toBeGreaterThan(styles.length * values.length * 0.9);
  });
});

it('treats a byte order mark as part of the first key, as Java does', () => {
  const after = put(properties, '\ufeffKEY=old\nz=1\n', { KEY: key });
  expect(after).toBe(`\ufeffKEY=old\nz=1\nKEY=${key}\n`);
  expect(javaProperties([Buffer.from(after)])[0]?.get('KEY')).toBe(key);
  expect(put(properties, after, { KEY: 'x' })).toBe(after.replace(key, 'x'));
});

it('accepts a megabyte of backslashes', () => {
  const text = `a=${'\\'.repeat(500_000)}\n${'#\\\n'.repeat(100_000)}b=1\n`;
  expect(put(properties, text, { b: key })).toBe(text.replace('b=1', `b=${key}`));
});
