import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Entry, Format } from '../../../configurator/formats/format.ts';
import { findExact } from '../../../configurator/formats/slot.ts';
import { assign, refusalOf } from './assign.ts';

/** Lines `name value`. The test chooses what it plans. */
function lines(
  edit: Format['edit'],
  find: Format['find'] = (entries, address) => findExact(entries, address, 'the-file'),
): Format {
  return {
    name: 'lines',
    title: 'lines',
    dialects: [],
    encoding: 'utf-8',
    read: (text) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line, index): Entry => {
          const [address = '', value] = line.split(' ');
          return { address, value, line: index + 1 };
        }),
    find,
    edit,
  };
}

const text = 'a 1\nb 2\n';

describe('rewrite', () => {
  it('returns the bytes, the edits in order, and the entries before and after', () => {
    const format = lines(() => [
      { offset: 8, length: 0, content: 'c 4\n' },
      { offset: 2, length: 1, content: '3' },
    ]);
    const { bytes, changed, before, after, edits, original, entries } = assign(format, `\ufeff${text}`, {
      a: '3',
      c: '4',
    });
    expect(Buffer.from(bytes).toString()).toBe('\ufeffa 3\nb 2\nc 4\n');
    expect([changed, before, after]).toEqual([true, text, 'a 3\nb 2\nc 4\n']);
    expect(edits.map(({ offset }) => offset)).toEqual([2, 8]);
    expect(original.map(({ value }) => value)).toEqual(['1', '2']);
    expect(entries.map(({ value }) => value)).toEqual(['3', '2', '4']);
  });

  it('returns the same bytes where nothing changes', () => {
    const source = Buffer.from(text);
    const { bytes, changed } = assign(
      lines(() => []),
      source,
      { a: '1' },
    );
    expect([Buffer.from(bytes), changed]).toEqual([source, false]);
  });

  it.each([
    ['the value is not the one', [{ offset: 2, length: 1, content: '4' }]],
    ['another entry changed', [{ offset: 2, length: 5, content: '3\nb 9' }]],
    ['another entry went', [{ offset: 2, length: 5, content: '3' }]],
    ['an unexpected entry was added', [{ offset: 2, length: 1, content: '3\nc 5' }]],
    ['entries changed places', [{ offset: 0, length: 7, content: 'b 2\na 3' }]],
    ['nothing was done', []],
  ])('refuses its own work where %s', (_, edits) => {
    expect(
      refusalOf(() =>
        assign(
          lines(() => edits),
          text,
          { a: '3' },
        ),
      ),
    ).toEqual(['verify-failed', { file: 'the-file' }]);
  });

  it('refuses its own result if it cannot be parsed', () => {
    const format = lines(() => [{ offset: 0, length: 0, content: 'a 3\n' }]);
    expect(refusalOf(() => assign(format, text, { a: '3' }))[0]).toBe('verify-failed');
  });

  it('refuses half a surrogate pair, which no file can contain', () => {
    const format = lines(() => [{ offset: 2, length: 1, content: '\ud83d' }]);
    expect(refusalOf(() => assign(format, text, { a: '\ud83d' }))[0]).toBe('value-unrepresentable');
  });
});
