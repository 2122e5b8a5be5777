import fc from 'fast-check';
import { parse } from 'ini';
import { describe, expect, it } from 'vitest';
import { ini } from '../../../configurator/formats/ini/ini.ts';
import { parseAddress, type Segment } from '../../../configurator/formats/path-address.ts';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { times } from '../../sample.ts';
import { assignments, refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { configparser, phpIni } from './readers/ini.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';
const variable = '$' + '{PAYLINE_KEY}';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

interface Written {
  readonly text: string;
  readonly value: string;
}

describe('php: replaces a value', () => {
  const cases: readonly Case[] = [
    ['in double quotes', '[p]\nk = "old" ; c\nz=1', { 'p.k': key }, `[p]\nk = "${key}" ; c\nz=1`],
    ['in single quotes', "[p]\r\nk='old'\r\n", { 'p.k': '="x"' }, '[p]\r\nk=\'="x"\'\r\n'],
    ['without quotes', 'k=old;c\n', { k: key }, `k=${key};c\n`],
    ['without quotes, by what needs them', 'k = old\n', { k: 'Basic eA==' }, 'k = "Basic eA=="\n'],
    ['without quotes, by the name of a constant', 'k = old\n', { k: 'E_ALL' }, 'k = "E_ALL"\n'],
    ['that INI_SCANNER_RAW alone reads', 'k = x==\n', { k: key }, `k = ${key}\n`],
    [
      'that is empty',
      '[p]\nk =\nl = \nm=;c\n',
      { k: key, l: '1', m: 'a' },
      `[p]\nk = ${key}\nl = 1\nm=a ;c\n`,
    ],
    ['that is empty, in quotes', '[p]\nk = ""\n', { k: key }, `[p]\nk = "${key}"\n`],
    ['that is true or false', 'k = false ; c\n', { k: 'true' }, 'k = true ; c\n'],
    ['that is true or false, by a text', 'k = yes\n', { k: 'PROD' }, 'k = "PROD"\n'],
    ['of a number', 'k = 123\n', { k: '17626983201234' }, 'k = 17626983201234\n'],
    ['of a number, by one with zeros', 'k = 123\n', { k: '007' }, 'k = "007"\n'],
    ['of one of two sections', '[p]\nk=1a\n[q]\nk=old\n', { 'q.k': key }, `[p]\nk=1a\n[q]\nk=${key}\n`],
    ['before the first section', 'k=old\n[q]\nk=1a\n', { '"".k': key }, `k=${key}\n[q]\nk=1a\n`],
    ['of dotted names', '[a.b]\nc.d = "old"\n', { 'a.b.c.d': key }, `[a.b]\nc.d = "${key}"\n`],
    ['of a section with a parent', '[p : q]\nk = "old"\n', { '"p : q".k': key }, `[p : q]\nk = "${key}"\n`],
    ['of a list', 'k[] = "1"\nk[] = "old"\n', { 'k[1]': key }, `k[] = "1"\nk[] = "${key}"\n`],
    ['of a table', '[p]\nk[a] = "old"\n', { 'p.k.a': key }, `[p]\nk[a] = "${key}"\n`],
    ['beside comments', '; k = "1"\n\tk = "old"\n;[p]\n', { k: key }, `; k = "1"\n\tk = "${key}"\n;[p]\n`],
    ['in lines that CR ends', '[p]\rk="old"\rl=1\r', { 'p.k': key }, `[p]\rk="${key}"\rl=1\r`],
    [
      'of names that objects have',
      '[__proto__]\n__proto__="old"\n',
      { '__proto__.__proto__': key },
      `[__proto__]\n__proto__="${key}"\n`,
    ],
    ['after the byte order mark', '\uFEFF[p]\nk="old"\n', { 'p.k': key }, `\uFEFF[p]\nk="${key}"\n`],
    [
      'beside a backslash at the end',
      'd = "C:\\dir\\"\nk = "old"\n',
      { k: key },
      `d = "C:\\dir\\"\nk = "${key}"\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(ini, before, set)).toBe(after);
    expect(put(ini, after, set)).toBe(after);
  });
});

describe('python: replaces a value', () => {
  const cases: readonly Case[] = [
    ['behind =', '[p]\nk = old\nz = 1\n', { 'p.k': key }, `[p]\nk = ${key}\nz = 1\n`],
    ['after a colon', '[p]\r\nk: old\r\n', { k: 'a=b:c' }, '[p]\r\nk: a=b:c\r\n'],
    ['whose quotes are a part of it', '[p]\nk = "old"\n', { k: key }, `[p]\nk = ${key}\n`],
    ['in any case', '[p]\nAccess_Key = old\n', { 'p.access_KEY': key }, `[p]\nAccess_Key = ${key}\n`],
    ['over several lines', '[p]\nk = one\n\n  two\nz = 1\n', { k: key }, `[p]\nk = ${key}\nz = 1\n`],
    ['on the next line', '[p]\nk =\n  old\nz = 1\n', { k: key }, `[p]\nk = ${key}\nz = 1\n`],
    ['that is empty', '[p]\nk =\nl:\n', { k: key, l: '1' }, `[p]\nk = ${key}\nl:1\n`],
    ['with a percent sign', '[p]\nk = 1%%\n', { k: key }, `[p]\nk = ${key}\n`],
    [
      'between comments',
      '[p]\n# k = 1\nk = old\n; k = 2\n',
      { k: key },
      `[p]\n# k = 1\nk = ${key}\n; k = 2\n`,
    ],
    [
      'of the defaults',
      '[DEFAULT]\nk = old\n[p]\nk = 1\n',
      { 'DEFAULT.k': key },
      `[DEFAULT]\nk = ${key}\n[p]\nk = 1\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(ini, before, set, { dialect: 'python' })).toBe(after);
    expect(put(ini, after, set, { dialect: 'python' })).toBe(after);
  });

  it('in a file whose name tells', () => {
    expect(put(ini, "[p]\nk = 'old'\n", { 'p.k': key }, { file: 'app/setup.cfg' })).toBe(`[p]\nk = ${key}\n`);
  });
});

describe('adds what is missing', () => {
  const inPhp: readonly Case[] = [
    [
      'after the last one of its section',
      '[p]\na="1"\n; c\n\n[q]\nb=1\n',
      { 'p.k': key },
      `[p]\na="1"\nk="${key}"\n; c\n\n[q]\nb=1\n`,
    ],
    ['after an empty section', '[p] ; c\n[q]\nb="1"\n', { 'p.k': key }, `[p] ; c\nk="${key}"\n[q]\nb="1"\n`],
    [
      'without final line end',
      '[p]\r\n  a = x',
      { 'p.k': key, 'p.l': '1' },
      `[p]\r\n  a = x\r\n  k = ${key}\r\n  l = 1`,
    ],
    [
      'in a new section',
      '[q]\nb = 1\n',
      { 'p.k': key, 'p.l': '1', 'r.m': '2' },
      `[q]\nb = 1\n\n[p]\nk = ${key}\nl = 1\n\n[r]\nm = 2\n`,
    ],
    ['to an empty file', '', { 'p.k': key, l: '1' }, `l = "1"\n\n[p]\nk = "${key}"\n`],
    [
      'before the first section',
      '; about\n\n; p\n[p]\na=1\n',
      { k: key },
      `; about\n\nk=${key}\n\n; p\n[p]\na=1\n`,
    ],
    ['without any section', 'a = "1"\n', { k: key }, `a = "1"\nk = "${key}"\n`],
    [
      'beside dotted keys',
      'payline.a = "1"\n',
      { 'payline.k': key },
      `payline.a = "1"\npayline.k = "${key}"\n`,
    ],
    ['to a dotted section', '[a.b]\nc = 1\n', { 'a.b.k': key }, `[a.b]\nc = 1\nk = ${key}\n`],
    ['in lines that CR ends', '[p]\ra="1"\r[q]\rb=1\r', { 'p.k': key }, `[p]\ra="1"\rk="${key}"\r[q]\rb=1\r`],
    [
      'beside an aligned column',
      '[p]\nlonger     = 1\n',
      { 'p.k': key },
      `[p]\nlonger     = 1\nk = ${key}\n`,
    ],
  ];
  const inPython: readonly Case[] = [
    [
      'after a value over lines',
      '[p]\na: x\n  y\n\n[q]\nb: 1\n',
      { 'p.k': key },
      `[p]\na: x\n  y\nk: ${key}\n\n[q]\nb: 1\n`,
    ],
    ['in a new section of Python', '[q]\nb = 1\n', { 'p.k': key }, `[q]\nb = 1\n\n[p]\nk = ${key}\n`],
    ['to an empty file of Python', '', { 'p.k': key }, `[p]\nk = ${key}\n`],
  ];
  it.each(inPhp)('php: %s', (_title, before, set, after) => {
    expect(put(ini, before, set)).toBe(after);
    expect(put(ini, after, set)).toBe(after);
  });

  it.each(inPython)('python: %s', (_title, before, set, after) => {
    expect(put(ini, before, set, { dialect: 'python' })).toBe(after);
    expect(put(ini, after, set, { dialect: 'python' })).toBe(after);
  });
});

describe('refuses', () => {
  type Refused = readonly [title: string, text: string, address: string, code: string, params: object];

  const inPhp: readonly Refused[] = [
    [
      'a dollar sign that consumes the quote after it',
      "p = $'q'\nk = 'old'\n",
      'k',
      'file-unparsable',
      { line: 1 },
    ],
    [
      'a dollar sign that consumes a double quote',
      'p = $"q"\nk = "old"\n',
      'k',
      'file-unparsable',
      { line: 1 },
    ],
    ['a key that occurs twice', 'k=1\nl=2\nk="3"\n', 'k', 'entry-duplicate', { lines: '1, 3' }],
    ['a key of two sections', '[p]\nk=1\n[q]\nk=2\n', 'k', 'entry-duplicate', { lines: '2, 4' }],
    ['a section that occurs twice', '[p]\nk=1\n[q]\n[p]\n', 'p.k', 'entry-duplicate', { lines: '1, 4' }],
    ['a list', '[p]\nk[]=1\n', 'p.k', 'entry-not-literal', { line: 2 }],
    ['a list that hides a text', 'k=1\nk[]=2\n', 'k', 'entry-duplicate', { lines: '1, 2' }],
    ['a variable', `k=1\nl="${variable}"\n`, 'l', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
    ['a text with a variable', `l=x${variable}\n`, 'l', 'entry-not-literal', { line: 1 }],
    ['strings beside each other', 'k="a" "b"\n', 'k', 'entry-not-literal', { line: 1 }],
    [
      'a comment that one of the modes reads on through',
      'k="a" ; say "b"\n',
      'k',
      'entry-not-literal',
      { line: 1 },
    ],
    ['a quote that stays open', "l=1\nk=it's\n", 'l', 'file-unparsable', { line: 2, format: 'INI' }],
    ['a quote that ends on another line', 'l=1\nk="a\nb"\n', 'l', 'file-unparsable', { line: 2 }],
    ['a reserved word as key', 'k=1\nyes=1\n', 'k', 'file-unparsable', { line: 2 }],
    ['a key of operators', 'k=1\na|b=1\n', 'k', 'file-unparsable', { line: 2 }],
    ['text after a section header', '[p] k=1\n', 'p.k', 'file-unparsable', { line: 1 }],
    ['a section with spaces before it', 'k=1\n [p]\n', 'k', 'file-unparsable', { line: 2 }],
    ['to add a member of a list', 'k[]=1\n', 'k[1]', 'entry-missing', { address: 'k[1]' }],
    ['to add a reserved word', '[p]\n', 'p.null', 'entry-missing', { address: 'p.null' }],
    ['to add what can be a section or a key', '[p]\n', 'a.b.c', 'entry-missing', { address: 'a.b.c' }],
    ['an invalid address', '[p]\n', '[p', 'address-malformed', { format: 'INI (php)' }],
  ];
  const inPython: readonly Refused[] = [
    ['a key without section', 'k = 1\n', 'k', 'file-unparsable', { line: 1 }],
    ['a line without separator', '[p]\nk = 1\nl\n', 'k', 'file-unparsable', { line: 3 }],
    ['a key that occurs twice', '[p]\nk = 1\nK = 2\n', 'k', 'entry-duplicate', { lines: '2, 3' }],
    ['interpolation', '[p]\nk = %(x)s\n', 'k', 'entry-not-literal', { line: 2 }],
    [
      'a comment between the lines of a value',
      '[p]\nk = a\n# c\n  b\n',
      'k',
      'entry-not-literal',
      { line: 2 },
    ],
    ['to add before the first section', '[p]\n', 'k', 'entry-missing', { address: 'k' }],
  ];
  it.each(inPhp)('php: %s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(ini, text, { [address]: key }))).toMatchObject([code, params]);
  });

  it.each(inPython)('python: %s', (_title, text, address, code, params) => {
    const work = () => put(ini, text, { [address]: key }, { dialect: 'python' });
    expect(refusalOf(work)).toMatchObject([code, params]);
  });

  it.each([
    ['php', 'k="old"\n', 'a"b'],
    ['php', 'k=old\n', variable],
    ['php', "k='old'\n", 'a\'b"'],
    ['php', 'k=old\n', 'ends in \\'],
    ['php', 'k="old"\n', 'a\\$b'],
    ['php', 'k="old"\n', 'two\nlines'],
    ['php', 'k=old ; say "x"\n', 'a b'],
    ['python', '[p]\nk = old\n', '50%'],
    ['python', '[p]\nk = old\n', ' a'],
    ['python', '[p]\nk = old\n', 'a #b'],
    ['python', '[p]\nk = old\n', 'a\nb'],
  ])('%s: %j cannot hold %j', (dialect, text, value) => {
    expect(refusalOf(() => put(ini, text, { k: value }, { dialect }))[0]).toBe('value-unrepresentable');
  });
});

it('keeps every byte of a file in ISO-8859-1', () => {
  const bytes = Buffer.from('; clé\nnom="clé"\nk="old"\n', 'latin1');
  const context = { file: 'f', dialect: undefined };
  const after = Buffer.from(rewrite(ini, bytes, assignments({ k: key }), context).bytes);
  expect(after.toString('latin1')).toBe(`; clé\nnom="clé"\nk="${key}"\n`);
  expect(refusalOf(() => rewrite(ini, bytes, assignments({ k: 'clé' }), context))[0]).toBe(
    'value-unrepresentable',
  );
});

const values = [...everyValue, ...randomValues(1000)];

/** Every value in every style, in place of an existing one and beside it. */
function written(styles: readonly string[], dialect: string): Written[] {
  return values.flatMap((value) =>
    styles.flatMap((style) => {
      const set = { 's.KEY': value, 's.NEW': value, 't.KEY': value };
      const text = unlessUnrepresentable(() => put(ini, style, set, { dialect }));
      return text === undefined ? [] : [{ text, value }];
    }),
  );
}

describe('readers read back what was written', () => {
  const places = (section: (name: string) => unknown, key: string, added: string) => [
    at(section('s'), [key]),
    at(section('s'), [added]),
    at(section('t'), [key]),
  ];
  /** The wrong values that a reader gets, at the existing place and at the new ones. */
  const wrongOf = (read: unknown, { text, value }: Written, key = 'KEY', added = 'NEW') => {
    const found = places((name) => at(read, [name]), key, added);
    // An unquoted number in place of an unquoted value is a number for INI_SCANNER_TYPED.
    return found.every((one) => one === value || (typeof one === 'number' && `${one}` === value))
      ? []
      : [{ text, value, found }];
  };

  it('PHP, in every mode', () => {
    const styles = [
      '[s]\nKEY = "old" ; c\nz=1\n',
      '[s]\r\nKEY=old\r\nz=1',
      '[s]\rKEY=\rz=1\r',
      '[s]\nKEY = old ',
      '\uFEFF[s]\nz=1',
    ];
    const texts = written(styles, 'php');
    const read = phpIni(texts.map(({ text }) => text));
    const modes = ['normal', 'raw', 'typed'] as const;
    expect(texts.flatMap((one, i) => modes.flatMap((mode) => wrongOf(read[i]?.[mode], one)))).toEqual([]);
    expect(texts.length).toBeGreaterThan(styles.length * values.length * 0.4);
  });

  it('PHP, in the modes that know single quotes', () => {
    const styles = ["[s]\nKEY = 'old' ; it's\nz='1'\n", "[s]\nKEY=''\n"];
    const texts = written(styles, 'php');
    const read = phpIni(texts.map(({ text }) => text));
    const modes = ['normal', 'typed'] as const;
    expect(texts.flatMap((one, i) => modes.flatMap((mode) => wrongOf(read[i]?.[mode], one)))).toEqual([]);
    expect(texts.length).toBeGreaterThan(styles.length * values.length * 0.4);
  });

  it("Python's parsers, with interpolation and without", () => {
    const styles = [
      '[s]\nKEY = old\nz = 1\n',
      '[s]\r\nKEY: "old"\r\nz: 1',
      '[s]\nKEY =\n  old\n\n[u]\nz=1\n',
      '\uFEFF[s]\nz = 1',
    ];
    const texts = written(styles, 'python');
    const read = configparser(texts.map(({ text }) => text));
    const parsers = ['basic', 'raw', 'extended'] as const;
    const wrong = texts.flatMap((one, i) =>
      parsers.flatMap((parser) => wrongOf(read[i]?.[parser], one, 'key', 'new')),
    );
    expect(wrong).toEqual([]);
    expect(texts.length).toBeGreaterThan(styles.length * values.length * 0.3);
  });

  it("npm's ini, the values that keys have", () => {
    const keys = fc.sample(fc.stringMatching(/^[A-Za-z][A-Za-z0-9+/]{11,30}$/), 300);
    for (const value of keys) {
      const text = put(ini, '[s]\nKEY = "old"\n[t]\nz=1\n', { 's.KEY': value, 't.NEW': value });
      expect(parse(text)).toMatchObject({ s: { KEY: value }, t: { NEW: value } });
    }
  });

  it.each([
    ['php', '[s]\nKEY="old"\n'],
    ['php', '[s]\nKEY=old\n'],
    ['python', '[s]\nKEY = old\n'],
  ])('%s refuses none of the values that keys have in %j', (dialect, text) => {
    const keys = fc.sample(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~+/=-]{0,30}$/), 500);
    expect(() => keys.map((value) => put(ini, text, { 's.KEY': value }, { dialect }))).not.toThrow();
  });
});

describe('reads what the reader reads, or refuses', () => {
  const sample = (pieces: readonly string[]) => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
    return fc.sample(texts, 5000).map((parts) => `[s]\n${parts.join('')}\nlast="x"\n`);
  };
  /** What PHP reads as true, false or nothing, or cuts off at its end. */
  const words = /^(?:true|on|yes|false|off|no|none|null)$/i;

  it('PHP', () => {
    const pieces = [
      'k',
      'b',
      '=',
      ' = ',
      '\n',
      '\r\n',
      ' ',
      '\t',
      ';',
      '"',
      "'",
      '$',
      '\\',
      'a',
      'A1b',
      'yes',
      '(',
    ];
    const texts = sample([
      ...pieces,
      '!',
      '[',
      ']',
      '[]',
      '[m]',
      '[t]\n',
      '.',
      '#',
      'é',
      ',',
      'k=v\n',
      'b="v"\n',
      variable,
    ]);
    const theirs = phpIni(texts);
    let compared = 0;
    const wrong = texts.flatMap((text, index) => {
      const { normal = false, raw = false } = theirs[index] ?? {};
      const entries = ours(text, 'php') ?? [];
      return [normal, text.includes("'") ? false : raw].flatMap((read) =>
        entries.flatMap(([segments, value]) => {
          const repeated = entries.filter(([other]) => `${other.slice(0, 2)}` === `${segments.slice(0, 2)}`);
          if (!read || value === undefined || words.test(value) || repeated.length > 1) return [];
          compared++;
          return at(read, segments) === value ? [] : [{ text, segments, value }];
        }),
      );
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });

  it("Python's parser", () => {
    const pieces = [
      'k',
      'b',
      'K',
      '=',
      ' = ',
      ':',
      '\n',
      '\r\n',
      ' ',
      '  ',
      '\t',
      ';',
      '#',
      '"',
      '[t]\n',
      '%',
      '\n  v\n',
    ];
    const texts = sample([
      ...pieces,
      '\n \n',
      '\n# c\n',
      '[',
      ']',
      'é',
      '\u00a0',
      '\u2003',
      'k=v\n',
      'b: v\n',
      '[DEFAULT]\n',
    ]);
    const theirs = configparser(texts);
    let compared = 0;
    const wrong = texts.flatMap((text, index) => {
      const read = theirs[index]?.raw;
      const entries = ours(text, 'python');
      if (!read || !entries) return [];
      compared++;
      const count = Object.values(read).flatMap((section) => Object.keys(section)).length;
      const different = entries.filter(
        ([segments, value]) => value !== undefined && at(read, segments) !== value,
      );
      return count === entries.length && different.length === 0 ? [] : [{ text, different }];
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});

type Read = readonly [segments: readonly Segment[], value: string | undefined];

/** What we read; `undefined` if the file is refused. */
function ours(text: string, dialect: string): Read[] | undefined {
  try {
    const entries = readAll(ini, text, { dialect });
    return entries.map(({ address, value }) => [parseAddress(address)?.segments ?? [], value]);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The value at a path of a reader's tree. */
function at(tree: unknown, segments: readonly Segment[]): unknown {
  const step = (branch: unknown, segment: Segment) =>
    (branch as Record<Segment, unknown> | undefined)?.[segment];
  return segments.reduce(step, tree);
}

describe('takes', () => {
  it('a large file', () => {
    const text = `[s]\n${'name = "some value" ; note\n'.repeat(times(400_000, 40_000))}[t]\nk = "old"\n`;
    expect(put(ini, text, { 't.k': key })).toBe(text.replace('"old"', `"${key}"`));
  });

  it.each([
    ['php', `k="old"\nl="${'\\'.repeat(1_000_000)}a"\nm=${'x '.repeat(500_000)}y\n${'['.repeat(1000)}`],
    ['php', `${' '.repeat(1_000_000)}x`],
    ['python', `[p]\nk = old\n${' '.repeat(1_000_000)}x\n${'\n'.repeat(1_000_000)} y\n`],
    ['python', `[p]\n${'x'.repeat(1_000_000)}\n`],
  ])('%s: a megabyte of one character, or refuses it', (dialect, text) => {
    expect(['file-unparsable', 'entry-missing', undefined]).toContain(
      codeOf(() => put(ini, text, { k: key }, { dialect })),
    );
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
