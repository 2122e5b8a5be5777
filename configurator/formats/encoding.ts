import { Buffer, isUtf8 } from 'node:buffer';
import { Refusal } from '../../shared/refusal.ts';
import type { Format } from './format.ts';
import { lineAt } from './lines.ts';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const lineFeed = 0x0a;

/** A file's text, and what brings it back to the same bytes. */
export interface Decoded {
  /** Without byte order mark, where the format's readers skip it; line ends as they are. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly charset: Charset;
}

/** How bytes become text. `latin1`: the file is not UTF-8; every byte is one character, so that all of them come back. */
export type Charset = 'utf8' | 'latin1';

/** No character of UTF-8 but LF itself holds the byte of LF, so lines can be looked at one by one. */
function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    line++;
    start = end + 1;
  }
}

/** In each of them a byte below 0x80 is the ASCII character, and never a part of another one. */
const asciiSuperset = /^(?:us-ascii|ascii|latin[-_]?\d|iso[-_]?8859[-_]\d{1,2}|(?:windows-|cp)125\d)$/i;

/**
 * The charset that a file's first bytes declare, UTF-8 where they declare none.
 *
 * @param declaration its first group is the charset's name
 * @param size how many bytes may hold the declaration
 * @returns `undefined` where we do not read it
 */
export function charsetDeclaredBy(declaration: RegExp, bytes: Uint8Array, size: number): Charset | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, size));
  const marked = start.subarray(0, 3).equals(byteOrderMark);
  const name = declaration.exec(start.subarray(marked ? 3 : 0).toString('latin1'))?.[1];
  if (name === undefined || /^utf[-_]?8(?:-|$)/i.test(name)) return 'utf8';
  return asciiSuperset.test(name) && !marked ? 'latin1' : undefined;
}

/** @returns `undefined` where the format does not read bytes like these */
function charsetOf(bytes: Buffer, { encoding }: Pick<Format, 'encoding'>): Charset | undefined {
  const utf8 = isUtf8(bytes);
  if (encoding === 'utf-8') return utf8 ? 'utf8' : undefined;
  if (encoding === 'bytes') return utf8 ? 'utf8' : 'latin1';
  const declared = encoding(bytes);
  return declared === 'utf8' && !utf8 ? undefined : declared;
}

/** What of a format says how bytes become text. */
type Reads = Pick<Format, 'encoding' | 'byteOrderMark'>;

/** Reads bytes in a charset that is known to fit. */
function toText(bytes: Buffer, charset: Charset, format: Reads): Decoded {
  const marked = format.byteOrderMark !== 'text' && bytes.subarray(0, 3).equals(byteOrderMark);
  return { text: bytes.toString(charset, marked ? byteOrderMark.length : 0), byteOrderMark: marked, charset };
}

/**
 * Reads bytes as text.
 *
 * @throws Refusal `file-encoding` with the line: not UTF-8 where the format wants it, a declared encoding that we do not
 *   read, or a NUL, which no text holds but UTF-16 read as bytes does
 */
export function decode(source: Uint8Array, format: Reads, file: string): Decoded {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const charset = charsetOf(bytes, format);
  if (!charset) {
    throw new Refusal('file-encoding', { file, line: isUtf8(bytes) ? 1 : firstLineNotUtf8(bytes) });
  }
  const decoded = toText(bytes, charset, format);
  const nul = decoded.text.indexOf('\0');
  if (nul !== -1) throw new Refusal('file-encoding', { file, line: lineAt(decoded.text, nul) });
  return decoded;
}

/** The text of bytes that `encode` made, read as the original was. */
export function decodeAgain(bytes: Uint8Array, { charset }: Decoded, format: Reads): string {
  return toText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset, format).text;
}

/** The bytes of a text that came from `decode`, after edits. */
export function encode(text: string, { byteOrderMark: marked, charset }: Decoded): Uint8Array {
  const bytes = Buffer.from(text, charset);
  return marked ? Buffer.concat([byteOrderMark, bytes]) : bytes;
}

/**
 * Says whether a text can be put into a file so that it comes back the same. In a file that is not UTF-8 nobody
 * knows what its other bytes mean, so only ASCII can.
 */
export function holds({ charset }: Pick<Decoded, 'charset'>, content: string): boolean {
  if (charset === 'latin1') return Buffer.from(content, 'utf8').length === content.length;
  return Buffer.from(content, 'utf8').toString('utf8') === content;
}
