import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eolOf, lineAt, lineIndex, startOfLine } from '../../../configurator/formats/lines.ts';

describe('lines', () => {
  it.each([
    ['a\nb\nc', [1, 1, 2, 2, 3]],
    ['a\r\nb', [1, 1, 1, 2]],
    ['a\rb\n\rc', [1, 1, 2, 2, 3, 4]],
  ])('of %j', (text, expected) => {
    expect(expected.map((_, offset) => lineAt(text, offset))).toEqual(expected);
  });

  it('are the same when looked up by index', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        const line = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) expect(line(offset)).toBe(lineAt(text, offset));
      }),
    );
  });

  it.each([
    ['a\r\nb\n', '\r\n'],
    ['a\rb', '\r'],
    ['a\nb\r\n', '\n'],
    ['a', '\n'],
  ])('of %j end as the first does', (text, expected) => {
    expect(eolOf(text)).toBe(expected);
  });

  it.each([
    ['\na', 0, 0],
    ['\na', 1, 1],
    ['ab\ncd', 2, 0],
    ['ab\r\ncd', 5, 4],
    ['ab\ncd', 3, 3],
  ])('of %j: that of offset %i begins at %i', (text, offset, expected) => {
    expect(startOfLine(text, offset)).toBe(expected);
  });
});
