import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { python } from '../../../configurator/formats/python/python.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { sampled, times } from '../../sample.ts';
import { assign, assignments, refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { pythonNames } from './readers/python.ts';
import { put, readAll, thrownBy } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

function expectPut(before: string, set: Record<string, string>, after: string): void {
  expect(put(python, before, set)).toBe(after);
  expect(put(python, after, set)).toBe(after);
}

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['in double quotes', 'A = "old"  # "x"\n', { A: key }, `A = "${key}"  # "x"\n`],
    ['in single quotes', "A='old'\nB = 1", { A: "it's" }, "A='it\\'s'\nB = 1"],
    ['in three quotes', 'A = """old\nlines"""\n', { A: '"""' }, 'A = """\\"\\"\\""""\n'],
    ['with its type', 'A: str = "old"\n', { A: key }, `A: str = "${key}"\n`],
    ['with a prefix for Unicode', "A = u'old'\n", { A: key }, `A = u'${key}'\n`],
    ['of a raw string', "A = R'o\\d'\n", { A: 'a\\b' }, "A = R'a\\b'\n"],
    ['that no raw string holds', "A = r'o\\d'\n", { A: "it's \\" }, "A = 'it\\'s \\\\'\n"],
    ['in brackets', 'A = (\n    "old"  # c\n)\n', { A: key }, `A = (\n    "${key}"  # c\n)\n`],
    ['of two on a line', "A = 'a'; B = 'old'\n", { B: key }, `A = 'a'; B = '${key}'\n`],
    ['a None', 'A = None\n', { A: key }, `A = '${key}'\n`],
    ['a number, by a text', 'A = 17626983201234\n', { A: '1' }, "A = '1'\n"],
    ['a boolean, by a boolean', 'A = False\n', { A: 'true' }, 'A = True\n'],
    ['a boolean, by a text', 'X = "x"\nA = False\n', { A: 'PROD' }, 'X = "x"\nA = "PROD"\n'],
    [
      'of a dictionary',
      "PAYLINE = {\r\n    'ACCESS_KEY': 'old',  # 'x'\r\n    'N': 1,\r\n}\r\n",
      { 'PAYLINE.ACCESS_KEY': key },
      `PAYLINE = {\r\n    'ACCESS_KEY': '${key}',  # 'x'\r\n    'N': 1,\r\n}\r\n`,
    ],
    ['below lists', "A = [{'b': ('x', 'old')}]\n", { 'A[0].b[1]': key }, `A = [{'b': ('x', '${key}')}]\n`],
    [
      'of an item that is assigned',
      "A = {}\nA['b'] = 'old'\n",
      { 'A.b': key },
      `A = {}\nA['b'] = '${key}'\n`,
    ],
    [
      'of a class',
      'class C(B):\n    """doc"""\n    A = "old"\n',
      { 'C.A': key },
      `class C(B):\n    """doc"""\n    A = "${key}"\n`,
    ],
    ['in a branch', "if x:\n    A = 'old'\n", { A: key }, `if x:\n    A = '${key}'\n`],
    [
      'after others that are unpacked',
      "A = {**b, 'c': 'old'}\n",
      { 'A.c': key },
      `A = {**b, 'c': '${key}'}\n`,
    ],
    ['after a form feed', "B = 1\n\f\nA = 'old'\n", { A: key }, `B = 1\n\f\nA = '${key}'\n`],
    ['after a byte order mark', "\ufeffA = 'old'", { A: key }, `\ufeffA = '${key}'`],
    ['in lines that CR ends', "A = 'old'\rB = 1\r", { A: key }, `A = '${key}'\rB = 1\r`],
    [
      'among names that look alike',
      "# A = 'x'\nAA = 'A = 1'\nA = 'old'\n",
      { A: key },
      `# A = 'x'\nAA = 'A = 1'\nA = '${key}'\n`,
    ],
    [
      'beside another collection that occurs twice',
      "D = {'a': 1}\nD = {}\nA = 'old'\n",
      { A: key },
      `D = {'a': 1}\nD = {}\nA = '${key}'\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => expectPut(before, set, after));

  it('and keeps the bytes of a declared encoding', () => {
    const latin1 = Buffer.from("#!/usr/bin/python\n# -*- coding: latin-1 -*-\n# clé\nA = 'old'\n", 'latin1');
    const after = Buffer.from(assign(python, latin1, { A: key }).bytes);
    expect(after).toEqual(Buffer.from(latin1.toString('latin1').replace('old', key), 'latin1'));
    expect(refusalOf(() => assign(python, latin1, { A: 'clé' }))[0]).toBe('value-unrepresentable');
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    [
      'after its siblings',
      "P_A = 'x'  # c\nother = 'y'\n",
      { P_B: key },
      `P_A = 'x'  # c\nP_B = '${key}'\nother = 'y'\n`,
    ],
    [
      'with the type of its siblings',
      'A: str = "x"\r\n',
      { B: key, C: '1' },
      `A: str = "x"\r\nB: str = "${key}"\r\nC: str = "1"\r\n`,
    ],
    ['at an end without line end', 'A = "x"', { B: key }, `A = "x"\nB = "${key}"`],
    [
      'to a class',
      "class C:\n    A = 'x'\n\n    def m(self):\n        pass\n",
      { 'C.B': key },
      `class C:\n    A = 'x'\n    B = '${key}'\n\n    def m(self):\n        pass\n`,
    ],
    ['beside attributes', "a.b = 'x'\n", { 'a.c': key }, `a.b = 'x'\na.c = '${key}'\n`],
    [
      'to a dictionary, on a line of its own',
      'A = {\n    "b": 1,  # c\n}\n',
      { 'A.d': key },
      `A = {\n    "b": 1,  # c\n    "d": "${key}",\n}\n`,
    ],
    [
      'to a dictionary without a last comma',
      "A = {\n    'b': ('x')\n}\n",
      { 'A.d': key },
      `A = {\n    'b': ('x'),\n    'd': '${key}'\n}\n`,
    ],
    [
      'to a dictionary in one line',
      "A = {'b': 'x', **c}\n",
      { 'A.d': key },
      `A = {'b': 'x', **c, 'd': '${key}'}\n`,
    ],
    [
      'with its parents, once',
      "A = {'b': 'x'}\n",
      { 'A.p.c': key, 'A.p.d': '1' },
      `A = {'b': 'x', 'p': {'c': '${key}', 'd': '1'}}\n`,
    ],
    ['to an empty dictionary', 'A = {}\n', { 'A.b': key }, `A = {\n    'b': '${key}'\n}\n`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => expectPut(before, set, after));

  it('or leaves it out where it is optional', () => {
    expect(put(python, "A = 'x'\n", { B: key }, { optional: true })).toBe("A = 'x'\n");
  });
});

describe('refuses', () => {
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['a broken file', "A = 'x'\nB = = 1\n", 'A', 'file-unparsable', { line: 2, format: 'Python' }],
    ['an open string', "A = 'x'\nB = 'y\n", 'A', 'file-unparsable', { line: 2 }],
    ['an open string that seems closed', "A = 'x'\nB = 'y\\'\n", 'A', 'file-unparsable', { line: 2 }],
    ['an open bracket', "A = {'b': 'x'\n", 'A.b', 'file-unparsable', {}],
    ['indentation that opens nothing', "A = 'x'\n  B = 'y'\n", 'A', 'file-unparsable', { line: 2 }],
    ['Python 2', "A = 'x'\nprint 'y'\n", 'A', 'file-unparsable', { line: 2 }],
    ['deep nesting', `A = ${'['.repeat(1000)}${']'.repeat(1000)}\n`, 'A', 'file-unparsable', { line: 1 }],
    ['bytes', "A = b'x'\n", 'A', 'entry-not-literal', { line: 1 }],
    ['what Python formats', "A = f'x'\n", 'A', 'entry-not-literal', {}],
    ['strings in a row', "A = 'x' 'y'\n", 'A', 'entry-not-literal', {}],
    ['strings in a row, in brackets', "A = ('x'\n     'y')\n", 'A', 'entry-not-literal', {}],
    ['a sum', "A = 'x' + 'y'\n", 'A', 'entry-not-literal', {}],
    ['a call', "A = read('x')\n", 'A', 'entry-not-literal', {}],
    ['a method of a literal', "A = 'x'.strip()\n", 'A', 'entry-not-literal', {}],
    ['a choice', "\nA = 'x' if b else 'y'\n", 'A', 'entry-not-literal', { line: 2 }],
    ['a tuple without brackets', "A = 'x',\n", 'A', 'entry-not-literal', {}],
    ['a value of two names', "A = B = 'x'\n", 'A', 'entry-not-literal', {}],
    ['names that get their values together', "A, B = 'x', 'y'\n", 'A', 'entry-not-literal', {}],
    ['a character given by its name', "A = '\\N{DASH}'\n", 'A', 'entry-not-literal', {}],
    ['an import', 'from a import b as A\n', 'A', 'entry-not-literal', {}],
    ['what a spread may replace', "A = {'b': 'x', **c}\n", 'A.b', 'entry-not-literal', {}],
    ['what a computed name may replace', "A = {'b': 'x', c: 'y'}\n", 'A.b', 'entry-not-literal', {}],
    ['a dictionary', 'A = {}\n', 'A', 'entry-not-literal', {}],
    ['the environment', "A = os.environ['K']\n", 'A', 'entry-in-environment', { variable: 'K' }],
    [
      'the environment, with a default',
      "A = os.environ.get('K', 'x')\n",
      'A',
      'entry-in-environment',
      { variable: 'K' },
    ],
    [
      'the environment of a library',
      "A = {'b': env('K')}\n",
      'A.b',
      'entry-in-environment',
      { variable: 'K' },
    ],
    ['a name that is set again', "A = 'x'\nB = 1\nA = 'y'\n", 'A', 'entry-duplicate', { lines: '1, 3' }],
    [
      'a name of two branches',
      "if b:\n  A = 'x'\nelse:\n  A = 'y'\n",
      'A',
      'entry-duplicate',
      { lines: '2, 4' },
    ],
    [
      'a name that a function sets',
      "A = 'x'\ndef f():\n  global A\n  A = 'y'\n",
      'A',
      'entry-duplicate',
      { lines: '1, 4' },
    ],
    [
      'an item that a function sets',
      "A = {'b': 'x'}\ndef f():\n  A['b'] = 'y'\n",
      'A.b',
      'entry-duplicate',
      { lines: '1, 3' },
    ],
    ['a name that is added to', "A = 'x'\nA += 'y'\n", 'A', 'entry-duplicate', { lines: '1, 2' }],
    ['a name that is deleted', "A = 'x'\ndel A\n", 'A', 'entry-duplicate', { lines: '1, 2' }],
    ['a name that a loop sets', "A = 'x'\nfor A in b:\n  pass\n", 'A', 'entry-duplicate', { lines: '1, 2' }],
    [
      'an item that occurs twice',
      "A = {\n 'b': 'x',\n 'b': 'y'}\n",
      'A.b',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'an item of a dictionary that occurs twice',
      "A = {'b': 'x'}\nA = {}\n",
      'A.b',
      'entry-duplicate',
      { address: 'A', lines: '1, 2' },
    ],
    [
      'a new item of a dictionary that occurs twice',
      'A = {}\nA = None\n',
      'A.b',
      'entry-duplicate',
      { address: 'A', lines: '1, 2' },
    ],
    ['a new item of what a call returns', "A = f()\nA['b'] = 'x'\n", 'A.c', 'entry-missing', {}],
    ['a name where no other is', 'import a\n', 'B', 'entry-missing', {}],
    ['a name that is a word of the language', "A = 'x'\n", 'class', 'entry-missing', {}],
    ['no address', "A = 'x'\n", 'a..b', 'address-malformed', { format: 'Python' }],
    ['NUL', "A = 'x\0'\n", 'A', 'file-encoding', { line: 1 }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(python, text, { [address]: key }))).toMatchObject([code, params]);
  });

  it.each([
    ['bytes that are not UTF-8', "# clé\nA = 'x'\n"],
    ['an encoding where a byte of a character may be a backslash', "# coding: shift_jis\nA = 'x'\n"],
    ['an encoding that is not a superset of ASCII', "# vim: set fileencoding=utf-7 :\nA = 'x'\n"],
  ])('%s', (_title, text) => {
    expect(refusalOf(() => assign(python, Buffer.from(text, 'latin1'), { A: key }))).toMatchObject([
      'file-encoding',
      { line: 1 },
    ]);
  });
});

it('does not mistake names in functions for those of the module', () => {
  const text = "A = 'x'\ndef f(c):\n    A = 'y'\n    c.A = 'z'\n    self.A = 'w'\n";
  expect(readAll(python, text).map(({ address, value, line }) => [address, value, line])).toEqual([
    ['A', 'x', 1],
    ['f', undefined, 2],
  ]);
});

describe('Python reads back what was written', () => {
  const styles = [
    "KEY = 'old'\nNEXT = 'z'\n",
    'KEY: str = "old"  # "x"\r\nNEXT = \'z\'\r\n',
    '\ufeffKEY = """old\nlines"""\nNEXT = u"z"',
    "KEY = r'o\\d'; NEXT = 'z'\n",
    'KEY = None\rNEXT = "z"\r',
    "NEXT = 'z'\n",
  ];
  const values = [...everyValue, ...randomValues(1500)];

  it('from names', () => {
    const texts = values.flatMap((value) =>
      styles.map((style) => ({ value, text: put(python, style, { KEY: value }) })),
    );
    const read = pythonNames(texts.map(({ text }) => text));
    const wrong = texts.filter(
      ({ value }, index) => read[index]?.['KEY'] !== value || read[index]?.['NEXT'] !== 'z',
    );
    expect(wrong).toEqual([]);
    expect(texts).toHaveLength(styles.length * values.length);
  });

  it('from dictionaries and classes', () => {
    const text = "class C:\n  A = 'x'\nD = {\n  'a': 'x',\n  \"b\": {}\n}\n";
    const texts = values.map((value) =>
      put(python, text, { 'C.B': value, 'D.a': value, 'D.b.c': value, 'D.e': value }),
    );
    const read = pythonNames(texts);
    expect(read).toEqual(
      values.map((value) => ({ C: { A: 'x', B: value }, D: { a: value, b: { c: value }, e: value } })),
    );
  });
});

it('never reads a value that Python does not', () => {
  const pieces = fc.constantFrom(
    ...[
      "'",
      '"',
      "'''",
      '"""',
      '\\',
      '\n',
      '\r\n',
      'r',
      'u',
      'b',
      'f',
      'A = ',
      'B = ',
      'a',
      'x41',
      'u00e9',
      '101',
      'n',
    ],
    ...[
      '#',
      ' ',
      '  ',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      ';',
      '+',
      '=',
      'if 1:',
      'A',
      '\t',
      '\f',
      'del A',
      'é',
      '1',
      '0',
    ],
  );
  const lines = [
    '',
    '# c',
    'X = 1',
    "B = 'x'",
    "if 1:\n  A = 'c'",
    "if 0: A = 'c'",
    'del B',
    "X = {'A': 1}",
    "def f():\n  A = 'c'\nf()",
  ];
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join('')),
  );
  const literal = fc
    .tuple(
      fc.constantFrom('', 'r', 'u', 'U', 'R', 'b'),
      fc.constantFrom("'", '"', "'''", '"""'),
      fc.array(pieces, { maxLength: 5 }),
    )
    .map(([prefix, quotes, body]) => `${prefix}${quotes}${body.join('')}${quotes}`);
  const file = fc
    .tuple(line, literal, line)
    .map(([before, value, after]) => `${before}\nA = ${value}\n${after}\nB = 'b'\n`);
  const samples = fc.sample(file, 8000).flatMap((text) => {
    try {
      return [{ text, ours: readAll(python, text) }];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
  const read = pythonNames(samples.map(({ text }) => text));
  const wrong = samples.filter(({ ours }, index) => {
    const theirs = read[index];
    if (!theirs) return false;
    const last = new Map(ours.map((entry) => [entry.address, entry]));
    const once = [...last.values()].filter(
      ({ address }) => ours.filter((other) => other.address === address).length === 1,
    );
    return once.some(
      ({ address, value }) =>
        /^[AB]$/.test(address) &&
        value !== undefined &&
        typeof theirs[address] === 'string' &&
        value !== theirs[address],
    );
  });
  expect(wrong).toEqual([]);
  expect(read.filter(Boolean).length).toBeGreaterThan(1000);
});

describe('takes time in proportion', () => {
  it('to a large file', () => {
    const lines = Array.from(
      { length: times(40_000, 8_000) },
      (_, index) => `NAME_${index} = "${"it's ".repeat(7)}"`,
    );
    const text = `${lines.join('\n')}\nKEY = 'old'\n`;
    expect(text.length).toBeGreaterThan(times(2e6, 3e5));
    expect(assign(python, text, { KEY: key }).after.endsWith(`\nKEY = '${key}'\n`)).toBe(true);
  });

  const hostile = [
    '\\',
    "'",
    '"',
    "'''",
    '"""',
    '{',
    '[',
    '(',
    '#',
    '\n',
    '\r',
    ' ',
    '\f',
    'a.',
    'a=',
    '+a',
    '-',
    'not ',
    'if a:',
    ',',
    ';',
    ':',
    'f"{',
    '\\\n',
    "'a'",
    '# coding',
  ];
  it.each(sampled(hostile, 6, 'what is repeated'))('to repetitions: %j', (piece) => {
    for (const opening of ['', 'A = ', "A = '", 'A = """', "A = {'b': ", 'class A:\n  ']) {
      const text = `KEY = 'old'\n${opening}${piece.repeat(20_000)}\n`;
      const edit = () => python.edit(text, assignments({ KEY: key }), { file: 'a.py', dialect: undefined });
      const error = thrownBy(edit);
      expect(error === undefined || error instanceof Refusal, String(error)).toBe(true);
    }
  });
});
