import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Format } from '../../../configurator/formats/format.ts';
import { yaml } from '../../../configurator/formats/yaml/yaml.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { pyyaml } from './readers/pyyaml.ts';
import { put, unlessUnrepresentable } from './rewriting.ts';

/** One file for each style that a value may have; `KEY` is replaced, `NEW` added. */
const styles: Readonly<Record<string, string>> = {
  plain: 'z: 1\nKEY: old # c\nl:\n  - [1, {a: b}]\n',
  single: "KEY: 'old'\nz: 1\n",
  double: 'z: 1\r\nKEY: "old"\r\n',
  literal: 'KEY: |\n  old\n  old\n\nz: 1\n',
  folded: 'KEY: >+2 # c\n  old\n\nz: 1\n',
  empty: 'KEY:   # c\nz: 1',
  flow: '{z: 1, KEY: old, l: [a]}\n',
  'flow without value': '{z: 1, KEY}',
  lines: '{\n  "z": 1,\n  "KEY": "old" # c\n}\n',
  anchored: 'KEY: &x old\nz: *x\n',
  tagged: 'KEY: !!str 12\n',
  explicit: '? KEY\n: old\n',
};

/** What is written where, so that every value appears in every style and also as a new entry. */
function written(format: Format, values: readonly string[]): { text: string; value: string }[] {
  return values.flatMap((value) =>
    Object.values(styles).flatMap((style) => {
      const text = unlessUnrepresentable(() => put(format, style, { KEY: value, NEW: value }));
      return text === undefined ? [] : [{ text, value }];
    }),
  );
}

function readersAgree(texts: readonly { text: string; value: string }[]): void {
  const python = pyyaml(texts.map(({ text }) => text));
  texts.forEach(({ text, value }, index) => {
    for (const version of ['1.1', '1.2'] as const) {
      const [document] = parseAllDocuments(text, { version });
      expect(document?.toJS(), text).toMatchObject({ KEY: value, NEW: value });
    }
    expect(python[index]?.[0], text).toMatchObject({ KEY: value, NEW: value });
  });
}

describe('yaml 1.1, yaml 1.2 and PyYAML read back', () => {
  it('every hard value in every style, or it is refused', () => {
    const texts = written(yaml, everyValue);
    const refused = everyValue.length * Object.keys(styles).length - texts.length;
    expect(refused, 'only what looks like a placeholder is refused').toBe(Object.keys(styles).length);
    readersAgree(texts);
  });

  it('random values', () => {
    const values = randomValues(300);
    const texts = written(yaml, values);
    expect(texts.length, 'few are refused').toBeGreaterThan(values.length * Object.keys(styles).length * 0.5);
    readersAgree(texts);
  });
});
