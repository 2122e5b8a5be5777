// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the templates of HCL
import { describe, expect, it } from 'vitest';
import { hcl } from '../../../configurator/formats/hcl/hcl.ts';
import vectors from '../../vectors/hcl.json' with { type: 'json' };
import { refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    [
      'in its place',
      '/* h */\na   = "old" # c\r\nb = 1\r\n',
      { a: key },
      `/* h */\na   = "${key}" # c\r\nb = 1\r\n`,
    ],
    [
      'that quotes, dollars and braces need care for',
      'a = "old"\n',
      { a: '"${x}" %{y} \\' },
      'a = "\\"$${x}\\" %%{y} \\\\"\n',
    ],
    [
      'in an object',
      'p = {\n  a : "old",\n  "b c" = true\n}\n',
      { 'p.a': key, 'p.b c': 'false' },
      `p = {\n  a : "${key}",\n  "b c" = false\n}\n`,
    ],
    [
      'in a tuple',
      'l = [ "x", # c\n  { a = "old" } ]\n',
      { 'l[1].a': key },
      `l = [ "x", # c\n  { a = "${key}" } ]\n`,
    ],
    ['a number, by a text', 'a = 0123\n', { a: '0123' }, 'a = "0123"\n'],
    ['null', 'a = null\n', { a: key }, `a = "${key}"\n`],
    [
      'past blocks, which Terragrunt has',
      'include "root" {\n  path = find("a\\"}")\n}\ninputs = { a = "old" }\n',
      { 'inputs.a': key },
      `include "root" {\n  path = find("a\\"}")\n}\ninputs = { a = "${key}" }\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(hcl, before, set)).toBe(after);
    expect(put(hcl, after, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    ['at the end', 'a = "1" # c', { b: key }, `a = "1" # c\nb = "${key}"`],
    ['to an empty file', '', { b: key }, `b = "${key}"\n`],
    [
      'to an object without commas',
      'p = {\n  a = 1 # c\n}\n',
      { 'p.b': key },
      `p = {\n  a = 1 # c\n  b = "${key}"\n}\n`,
    ],
    [
      'to an object with commas',
      'p = {\n  a = 1,\n  c = 2\n}\n',
      { 'p.b': key },
      `p = {\n  a = 1,\n  c = 2,\n  b = "${key}"\n}\n`,
    ],
    ['to an object in one line', 'p = { a = 1 }\n', { 'p.b': key }, `p = { a = 1, b = "${key}" }\n`],
    ['to an empty object', 'p = {\n}\n', { 'p.b': key }, `p = {\n  b = "${key}"\n}\n`],
    [
      'with its object',
      'a = 1\n',
      { 'p.b': key, 'p.c': 'x' },
      `a = 1\np = {\n  b = "${key}"\n  c = "x"\n}\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(hcl, before, set)).toBe(after);
  });
});

describe('refuses', () => {
  it.each([
    ['a here-document', 'a = <<EOT\nold\nEOT\n', 'a', ['entry-not-literal', 1]],
    ['a template', 'b = 1\na = "x${y("}")}z"\n', 'a', ['entry-not-literal', 2]],
    ['an expression', 'a = "x" == "y" ? "z" : "w"\n', 'a', ['entry-not-literal', 1]],
    ['a list that is computed', 'a = [for x in ["y"] : x]\n', 'a', ['entry-not-literal', 1]],
    ['a name that exists in other letters', 'Pay-Line = "x"\n', 'pay_line', ['entry-other-address', 1]],
    ['a file in which a string does not end', 'b = 1\na = "old\n', 'b', ['file-unparsable', 2]],
    ['a file with two values in a line', 'a = "x", b = "y"\n', 'a', ['file-unparsable', 1]],
    ['a file of another kind', '[options]\na = x\n', 'a', ['file-unparsable', 1]],
    ['a here-document without end', 'a = 1\nb = <<EOT\nold\n', 'a', ['file-unparsable', 3]],
    ['nesting without end', `a = ${'['.repeat(300)}`, 'a', ['file-unparsable', 1]],
    ['a name that occurs twice', 'a = "x"\na = "y"\n', 'a', ['entry-duplicate', undefined]],
    ['an object that occurs twice', 'p = { a = "x" }\np = {}\n', 'p.a', ['entry-duplicate', undefined]],
  ] as const)('%s', (_title, text, address, expected) => {
    const [code, params] = refusalOf(() => put(hcl, text, { [address]: key }));
    expect([code, params['line']]).toEqual(expected);
  });

  it('a text that its readers would normalise', () => {
    expect(refusalOf(() => put(hcl, 'a = "old"\n', { a: 'e\u0301' }))[0]).toBe('value-unrepresentable');
  });
});

/** `test/vectors/hcl.json`: the output of Terraform 1.11.4 (`terraform console`) for each literal. */
describe('strings are read as Terraform reads them', () => {
  it.each(vectors as [string, string][])('%s', (literal, value) => {
    expect(readAll(hcl, `a = ${literal}\n`)[0]?.value).toBe(value);
  });
});

it('every value reads back as written', () => {
  for (const value of [...everyValue, ...randomValues(200)]) {
    const after = unlessUnrepresentable(() => put(hcl, 'a = "old"\n', { a: value, 'p.b': value }));
    if (after === undefined) expect(value.normalize('NFC')).not.toBe(value);
    else expect(readAll(hcl, after).map((entry) => entry.value)).toEqual([value, value]);
  }
});
