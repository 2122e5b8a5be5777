import { evaluate, parse } from '@humanwhocodes/momoa';
import { describe, expect, it } from 'vitest';
import { json } from '../../../configurator/formats/json/json.ts';
import { refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { pythonJson } from './readers/json.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['a text', '{"a": "old", "b": 1}', { a: key }, `{"a": "${key}", "b": 1}`],
    ['a number, by a text', '{"a": 123}', { a: '123' }, '{"a": "123"}'],
    ['a boolean, by a boolean', '{"a": false}', { a: 'true' }, '{"a": true}'],
    ['a boolean, by a text', '{"a": false}', { a: 'yes' }, '{"a": "yes"}'],
    ['a null', '{"a": null}', { a: key }, `{"a": "${key}"}`],
    ['below arrays', '{"l": [{"a": "old"}]}', { 'l[0].a': key }, `{"l": [{"a": "${key}"}]}`],
    ['of an array', '["old", 1]', { '[0]': key }, `["${key}", 1]`],
    ['of a dotted name', '{"a.b": "old"}', { 'a.b': key }, `{"a.b": "${key}"}`],
    ['of an escaped name', '{"\\u0061": "old"}', { a: key }, `{"\\u0061": "${key}"}`],
    [
      'of names that objects have',
      '{"__proto__": {"constructor": ""}}',
      { '__proto__.constructor': key },
      `{"__proto__": {"constructor": "${key}"}}`,
    ],
    [
      'between comments',
      '{\r\n  // "a": "x",\r\n  "a": /* b */ "old", // c\r\n}',
      { a: key },
      `{\r\n  // "a": "x",\r\n  "a": /* b */ "${key}", // c\r\n}`,
    ],
    ['in lines that CR ends', '{\r"a": "old"\r}', { a: key }, `{\r"a": "${key}"\r}`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(json, before, set)).toBe(after);
    expect(put(json, after, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    ['on a line of its own', '{\n  "a": 1\n}\n', { b: key }, `{\n  "a": 1,\n  "b": "${key}"\n}\n`],
    [
      'below the comment of the last one',
      '{\n  "a": 1 // c\n}\n',
      { b: key },
      `{\n  "a": 1, // c\n  "b": "${key}"\n}\n`,
    ],
    ['after a last comma', '{\n  "a": 1, // c\n}\n', { b: key }, `{\n  "a": 1, // c\n  "b": "${key}",\n}\n`],
    ['in one line', '{"a": 1, "b": 2}', { c: key }, `{"a": 1, "b": 2, "c": "${key}"}`],
    ['after a last comma in one line', '{"a": 1,}', { c: key }, `{"a": 1, "c": "${key}",}`],
    ['in dense JSON', '{"a":1}', { 'b.c': key }, `{"a":1,"b":{"c":"${key}"}}`],
    [
      'with its parents, once',
      '{\n\t"a": 1\n}',
      { 'p.b': key, 'p.c': '1' },
      `{\n\t"a": 1,\n\t"p": {\n\t\t"b": "${key}",\n\t\t"c": "1"\n\t}\n}`,
    ],
    ['to an empty object', '{}\n', { 'a.b': key }, `{\n  "a": {\n    "b": "${key}"\n  }\n}\n`],
    [
      'to an empty object inside',
      '{\n    "p": {}\n}\n',
      { 'p.a': key },
      `{\n    "p": {\n        "a": "${key}"\n    }\n}\n`,
    ],
    ['to an object of comments', '{\n  // c\n}\n', { a: key }, `{\n  // c\n  "a": "${key}"\n}\n`],
    ['to a null', '{\n  "p": null\n}\n', { 'p.a': key }, `{\n  "p": {\n    "a": "${key}"\n  }\n}\n`],
    [
      'to an object in one line',
      '{\n  "p": { "a": 1 }\n}\n',
      { 'p.b': key },
      `{\n  "p": { "a": 1, "b": "${key}" }\n}\n`,
    ],
    ['to an empty file', '', { a: key }, `{\n  "a": "${key}"\n}\n`],
    [
      'with CR LF',
      '{\r\n  "a": 1\r\n}\r\n',
      { b: key, c: '1' },
      `{\r\n  "a": 1,\r\n  "b": "${key}",\r\n  "c": "1"\r\n}\r\n`,
    ],
    [
      'before a comment over lines',
      '{\n  "a": 1 /* c\n  */\n}',
      { b: key },
      `{\n  "a": 1,\n  "b": "${key}" /* c\n  */\n}`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(json, before, set)).toBe(after);
    expect(put(json, after, set)).toBe(after);
  });
});

describe('refuses', () => {
  const placeholder = '{"a": "$' + '{PAYLINE_KEY}"}';
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['a broken file', '{\n  "a": "x"\n  "b": 1\n}', 'a', 'file-unparsable', { line: 3, format: 'JSON' }],
    ['a text after the end', '{"a": 1}\n}', 'a', 'file-unparsable', { line: 2 }],
    ['an open comment', '{"a": 1} /*', 'a', 'file-unparsable', { line: 1 }],
    ['single quotes', "{'a': 'x'}", 'a', 'file-unparsable', { line: 1 }],
    ['names without quotes', '{a: "x"}', 'a', 'file-unparsable', { line: 1 }],
    ['a control character in a text', '{"a": "\t"}', 'a', 'file-unparsable', { line: 1 }],
    ['a number of another language', '{"a": 1, "b": 0x1F}', 'a', 'file-unparsable', { line: 1 }],
    ['a name that occurs twice', '{"a": 1,\n"a": 2}', 'a', 'entry-duplicate', { lines: '1, 2' }],
    ['a parent that occurs twice', '{"p": {"a": 1},\n"p": {}}', 'p.a', 'entry-duplicate', { lines: '1, 2' }],
    ['an object', '{"a": {}}', 'a', 'entry-not-literal', { line: 1 }],
    ['a placeholder', placeholder, 'a', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
    ['a member of a text', '{"a": "x"}', 'a.b', 'entry-missing', { address: 'a.b' }],
    ['a member of an array', '{"a": []}', 'a[0].b', 'entry-missing', { address: 'a[0].b' }],
    ['a file of one text', '"a"', 'a', 'entry-missing', { address: 'a' }],
    ['deep nesting', '['.repeat(100_000), 'a', 'file-unparsable', { line: 1 }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(json, text, { [address]: key }))).toMatchObject([code, params]);
  });
});

describe('readers read back what was written', () => {
  const strict = ['{"KEY": "old", "z": [1, {"y": null}]}', '{\n  "KEY": null\n}\n', '{"z":1,"KEY":12}'];
  const commented = '{\n  // KEY\n  "KEY": "old", // c\n  "z": [1,],\n}\n';

  function written(styles: readonly string[], values: readonly string[]) {
    return values.flatMap((value) =>
      styles.flatMap((style) => {
        const text = unlessUnrepresentable(() => put(json, style, { KEY: value, NEW: value }));
        return text === undefined ? [] : [{ text, value }];
      }),
    );
  }

  const values = [...everyValue, ...randomValues(500)];

  it('JSON.parse and Python', () => {
    const texts = written(strict, values);
    const python = pythonJson(texts.map(({ text }) => text));
    texts.forEach(({ text, value }, index) => {
      expect(JSON.parse(text), text).toMatchObject({ KEY: value, NEW: value });
      expect(python[index], text).toMatchObject({ KEY: value, NEW: value });
    });
    expect(texts.length).toBeGreaterThan(strict.length * (values.length - 5));
  });

  it('momoa, where there are comments', () => {
    for (const { text, value } of written([commented], values)) {
      const read = evaluate(parse(text, { mode: 'jsonc', allowTrailingCommas: true }));
      expect(read, text).toMatchObject({ KEY: value, NEW: value });
    }
  });
});

it('tells a number that readers round from one that they keep', () => {
  const values = readAll(json, '[17626983201234, 12345678901234567890, 1e3, -0, true, null]').map(
    ({ value }) => value,
  );
  expect(values).toEqual(['17626983201234', undefined, undefined, undefined, 'true']);
});

describe('JSON5', () => {
  const file = 'config/default.json5';
  const text = "// ours\n{\n  payline: { accessKey: 'old', n: 0x1F, inf: +Infinity, },\n  'a b': \"x\",\n}\n";

  it('is read, and written in its own quotes', () => {
    expect(readAll(json, text, { file }).map(({ address, value }) => [address, value])).toEqual([
      ['payline.accessKey', 'old'],
      ['payline.n', undefined],
      ['payline.inf', undefined],
      ['a b', 'x'],
    ]);
    expect(put(json, text, { 'payline.accessKey': 'neu' }, { file })).toBe(text.replace('old', 'neu'));
  });

  it('gets new members in its own syntax', () => {
    const after = put(json, '{\n  a: {\n    b: 1,\n  },\n}\n', { 'a.key': 'x', 'c.d': 'y' }, { file });
    expect(after).toBe('{\n  a: {\n    b: 1,\n    key: "x",\n  },\n  c: {\n    d: "y"\n  },\n}\n');
  });

  it('is read back by momoa, whatever the value', () => {
    for (const value of [...everyValue, ...randomValues(300)]) {
      const written = unlessUnrepresentable(() =>
        put(json, text, { 'payline.accessKey': value, 'payline.other': value, 'a b': value }, { file }),
      );
      if (written === undefined) continue;
      const read = evaluate(parse(written, { mode: 'json5' })) as Record<string, Record<string, unknown>>;
      expect([read['payline']?.['accessKey'], read['payline']?.['other'], read['a b']]).toEqual([
        value,
        value,
        value,
      ]);
    }
  });

  it('is refused where it is not valid, by its line', () => {
    const refusal = refusalOf(() => put(json, '{\n  a: b\n}\n', { a: 'x' }, { file }));
    expect(refusal).toEqual(['file-unparsable', { file, line: 2, format: 'JSON5' }]);
  });
});
