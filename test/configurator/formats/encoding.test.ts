import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, holds } from '../../../configurator/formats/encoding.ts';
import { times } from '../../sample.ts';
import { refusalOf } from './assign.ts';

const strict = { encoding: 'utf-8' } as const;
const lenient = { encoding: 'bytes' } as const;

describe('decode and encode', () => {
  it('restore every file that is not refused, byte for byte', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ min: 1, maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(`\ufeff${text.replaceAll('\0', '')}`)),
    );
    const property = fc.property(bytes, (file) => {
      const decoded = decode(file, lenient, 'f');
      expect(Buffer.from(encode(decoded.text, decoded))).toEqual(Buffer.from(file));
    });
    fc.assert(property, { numRuns: times(500, 100) });
  });

  it('keep the byte order mark out of the text', () => {
    const decoded = decode(Buffer.from('\ufeffa\r\n'), strict, 'f');
    expect(decoded).toEqual({ text: 'a\r\n', byteOrderMark: true, charset: 'utf8' });
    expect(Buffer.from(encode('b', decoded)).toString()).toBe('\ufeffb');
  });

  it('name the line that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('é\r\nb\n'), Buffer.from('c = é\nd', 'latin1')]);
    expect(refusalOf(() => decode(bytes, strict, 'f'))).toEqual(['file-encoding', { file: 'f', line: 3 }]);
    expect(decode(bytes, lenient, 'f').charset).toBe('latin1');
  });

  it('refuse files that contain NUL: UTF-16, or not text', () => {
    const bytes = Buffer.from('A=1\nB=2\n', 'utf16le');
    expect(refusalOf(() => decode(bytes, strict, 'f'))).toEqual(['file-encoding', { file: 'f', line: 1 }]);
    expect(refusalOf(() => decode(Buffer.from('a\n\0'), lenient, 'f'))[1]).toEqual({ file: 'f', line: 2 });
  });
});

describe('holds', () => {
  it.each([
    ['utf8', 'clé 🔑', true],
    ['utf8', '\ud83d', false],
    ['latin1', 'plain', true],
    ['latin1', 'clé', false],
  ] as const)('%s: %s → %s', (charset, content, expected) => {
    expect(holds({ charset }, content)).toBe(expected);
  });
});
