import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { toml } from '../../../configurator/formats/toml/toml.ts';
import { refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { tomllib } from './readers/tomllib.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['in double quotes', 'a = "old" # c\n', { a: key }, `a = "${key}" # c\n`],
    ['in single quotes', "a = 'old'\n", { a: 'a\\b' }, "a = 'a\\b'\n"],
    ['in single quotes that cannot hold it', "a = 'old'\n", { a: "it's" }, 'a = "it\'s"\n'],
    ['over several lines', 'a = """\none\ntwo"""\nb = 1\n', { a: key }, `a = "${key}"\nb = 1\n`],
    ['in three single quotes', "a = '''one\ntwo'''", { a: 'x' }, "a = 'x'"],
    [
      'beside texts that CR LF divides',
      "a = '''one\r\ntwo'''\r\nb = 'old'\r\n",
      { b: key },
      `a = '''one\r\ntwo'''\r\nb = '${key}'\r\n`,
    ],
    ['a number, by a text', 'a = 123\n', { a: '123' }, 'a = "123"\n'],
    ['a date, by a text', 'a = 2001-12-14\n', { a: '2001-12-14' }, 'a = "2001-12-14"\n'],
    ['a boolean, by a boolean', 'a = false\n', { a: 'true' }, 'a = true\n'],
    ['in a table', '[p]\n  a="old"\r\n[q]\na=1\n', { 'p.a': key }, `[p]\n  a="${key}"\r\n[q]\na=1\n`],
    ['of a dotted key', 'p.a = "old"\n', { 'p.a': key }, `p.a = "${key}"\n`],
    ['of a quoted key', '"p.a" = "old"\n', { 'p.a': key }, `"p.a" = "${key}"\n`],
    ['in an inline table', 'p = { a = "old", b = 1 }\n', { 'p.a': key }, `p = { a = "${key}", b = 1 }\n`],
    [
      'in an array of tables',
      '[[t]]\na=1\n[[t]]\na=""\n',
      { 't[1].a': key },
      `[[t]]\na=1\n[[t]]\na="${key}"\n`,
    ],
    ['in an array', 'l = [ "x", "old", ] # c\n', { 'l[1]': key }, `l = [ "x", "${key}", ] # c\n`],
    [
      'of names that objects have',
      '__proto__.constructor = ""\n',
      { '__proto__.constructor': key },
      `__proto__.constructor = "${key}"\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(toml, before, set)).toBe(after);
    expect(put(toml, after, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    ['at the top', 'a = "1"\n', { b: key }, `a = "1"\nb = "${key}"\n`],
    [
      'above the first table and its comment',
      '# file\n\n# c\n[p]\n',
      { b: key },
      `# file\n\nb = "${key}"\n\n# c\n[p]\n`,
    ],
    [
      'in the style of its table',
      "[p]\n\ta='1' # c\n\n[q]\n",
      { 'p.b': key },
      `[p]\n\ta='1' # c\n\tb='${key}'\n\n[q]\n`,
    ],
    ['to an empty table', '[p] # c\n[q]\n', { 'p.b': key }, `[p] # c\nb = "${key}"\n[q]\n`],
    ['with its table', 'a = 1\n', { 'p.b': key, 'p.c': '1' }, `a = 1\n\n[p]\nb = "${key}"\nc = "1"\n`],
    ['with a table below another', '[p]\na = 1', { 'p.q.b': key }, `[p]\na = 1\n\n[p.q]\nb = "${key}"`],
    [
      'to a table that is only implied',
      '[p.q]\na = 1\n',
      { 'p.b': key },
      `[p.q]\na = 1\n\n[p]\nb = "${key}"\n`,
    ],
    ['beside a dotted key', 'p.a = 1\nz = 1\n', { 'p.b': key }, `p.a = 1\np.b = "${key}"\nz = 1\n`],
    ['to an inline table', 'p = { a = 1 }\n', { 'p.b': key }, `p = { a = 1, b = "${key}" }\n`],
    ['to an empty inline table', 'p = {}\n', { 'p.q.b': key }, `p = {q = { b = "${key}" }}\n`],
    [
      'to an inline table over lines',
      'p = {\n  a = 1, # c\n}\n',
      { 'p.b': key },
      `p = {\n  a = 1, # c\n  b = "${key}",\n}\n`,
    ],
    [
      'to an element',
      '[[t]]\na = 1\n[[t]]\n',
      { 't[0].b': key, 't[0].p.c': '1' },
      `[[t]]\na = 1\nb = "${key}"\np.c = "1"\n[[t]]\n`,
    ],
    ['to an empty file', '', { 'p.b': key }, `[p]\nb = "${key}"\n`],
    ['to a file of comments', '# c\r\n', { b: key }, `# c\r\nb = "${key}"\r\n`],
    [
      'with a name that needs quotes',
      'a = 1\n',
      { '"b.c"': key, é: '1' },
      `a = 1\n"b.c" = "${key}"\n"é" = "1"\n`,
    ],
    [
      'at the end and in its last table',
      '[p]\na = 1\n',
      { 'q.b': key, 'p.b': key },
      `[p]\na = 1\nb = "${key}"\n\n[q]\nb = "${key}"\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(toml, before, set)).toBe(after);
    expect(put(toml, after, set)).toBe(after);
    expect(() => parse(after)).not.toThrow();
  });
});

describe('refuses', () => {
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['a broken file', 'a = 1\nb = \n', 'a', 'file-unparsable', { line: 2, format: 'TOML' }],
    ['a key that occurs twice', 'a = 1\nb = 2\na = 3\n', 'a', 'file-unparsable', { line: 3 }],
    ['a table that occurs twice', '[p]\na = 1\n[p]\nb = 2\n', 'p.a', 'file-unparsable', { line: 3 }],
    ['a lone CR', 'a = 1\rb = 2\r', 'a', 'file-unparsable', { line: 1 }],
    ['two readings of dots', '"p.a" = 1\np.a = 2\n', 'p.a', 'entry-duplicate', { lines: '1, 2' }],
    ['a table', '[p]\na = 1\n', 'p', 'entry-not-literal', { line: 1 }],
    ['a placeholder', 'a = "%env(PAYLINE_KEY)%"\n', 'a', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
    ['a member of a text', 'a = "x"\n', 'a.b', 'entry-missing', { address: 'a.b' }],
    [
      'a table below an array that has no element',
      'a = []\n',
      'a[0].b',
      'entry-missing',
      { address: 'a[0].b' },
    ],
    ['deep nesting', `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'a', 'file-unparsable', { line: 1 }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(toml, text, { [address]: key }))).toMatchObject([code, params]);
  });
});

describe('readers read back what was written', () => {
  const styles = [
    'KEY = "old" # c\nz = 1\n',
    "KEY = 'old'\n[z]\n",
    'KEY = """\nold\n"""\n',
    "KEY = '''old'''",
    'KEY = 12\r\nz = 1\r\n',
    'KEY = 1979-05-27T07:32:00Z',
  ];

  it('tomllib and smol-toml', () => {
    const values = [...everyValue, ...randomValues(500)];
    const texts = values.flatMap((value) =>
      styles.flatMap((style) => {
        const text = unlessUnrepresentable(() => put(toml, style, { KEY: value, NEW: value }));
        return text === undefined ? [] : [{ text, value }];
      }),
    );
    expect(texts.length).toBeGreaterThan(styles.length * (values.length - 5));
    const python = tomllib(texts.map(({ text }) => text));
    texts.forEach(({ text, value }, index) => {
      expect(parse(text), text).toMatchObject({ KEY: value, NEW: value });
      expect(python[index], text).toMatchObject({ KEY: value, NEW: value });
    });
  });
});

it('distinguishes a number that readers print differently from one that they do not', () => {
  const values = readAll(toml, 'a = 17626983201234\nb = 0x1F\nc = 1_000\nd = 1.0\ne = true\nf = 07:32:00\n');
  expect(values.map(({ value }) => value)).toEqual([
    '17626983201234',
    undefined,
    undefined,
    undefined,
    'true',
    undefined,
  ]);
});
