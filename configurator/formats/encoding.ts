import { Buffer, isUtf8 } from 'node:buffer';
import { Refusal } from '../../shared/refusal.ts';
import type { Format } from './format.ts';
import { lineAt } from './lines.ts';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const lineFeed = 0x0a;

/** A file's text, and what turns it back into the same bytes. */
export interface Decoded {
  /** Without the byte order mark where the format's readers skip it; line ends are unchanged. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly charset: Charset;
}

/** How bytes become text. `latin1`: the file is not UTF-8, so each byte is read as one character and none is lost. */
export type Charset = 'utf8' | 'latin1';

/** In UTF-8 the byte of LF occurs in no other character, so each line can be checked on its own. */
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

/** Charsets in which a byte below 0x80 is always that ASCII character, never part of another. */
const asciiSuperset = /^(?:us-ascii|ascii|latin[-_]?\d|iso[-_]?8859[-_]\d{1,2}|(?:windows-|cp)125\d)$/i;

/**
 * The charset that a file's first bytes declare, UTF-8 where they declare none.
 *
 * @param declaration its first group is the charset's name
 * @param size how many bytes may hold the declaration
 * @returns `undefined` where it is a charset that we do not read
 */
export function charsetDeclaredBy(declaration: RegExp, bytes: Uint8Array, size: number): Charset | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, size));
  const marked = start.subarray(0, 3).equals(byteOrderMark);
  const name = declaration.exec(start.subarray(marked ? 3 : 0).toString('latin1'))?.[1];
  if (name === undefined || /^utf[-_]?8(?:-|$)/i.test(name)) return 'utf8';
  return asciiSuperset.test(name) && !marked ? 'latin1' : undefined;
}

/** @returns `undefined` where the format does not allow such bytes */
function charsetOf(bytes: Buffer, { encoding }: Pick<Format, 'encoding'>): Charset | undefined {
  const utf8 = isUtf8(bytes);
  if (encoding === 'utf-8') return utf8 ? 'utf8' : undefined;
  if (encoding === 'bytes') return utf8 ? 'utf8' : 'latin1';
  const declared = encoding(bytes);
  return declared === 'utf8' && !utf8 ? undefined : declared;
}

/** The parts of a format that tell how bytes become text. */
type DecodingRules = Pick<Format, 'encoding' | 'byteOrderMark'>;

/** Decodes bytes whose charset was checked. */
function toText(bytes: Buffer, charset: Charset, format: DecodingRules): Decoded {
  const marked = format.byteOrderMark !== 'text' && bytes.subarray(0, 3).equals(byteOrderMark);
  return { text: bytes.toString(charset, marked ? byteOrderMark.length : 0), byteOrderMark: marked, charset };
}

/**
 * DecodingRules bytes as text.
 *
 * @throws Refusal `file-encoding` with the line: not UTF-8 where the format requires it, a declared encoding that we do
 *   not read, or a NUL, which is a sign of UTF-16
 */
export function decode(source: Uint8Array, format: DecodingRules, file: string): Decoded {
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

/** Decodes the bytes that `encode` returned, in the same way as the original. */
export function decodeAgain(bytes: Uint8Array, { charset }: Decoded, format: DecodingRules): string {
  return toText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset, format).text;
}

/** The bytes of a text that came from `decode`, after edits. */
export function encode(text: string, { byteOrderMark: marked, charset }: Decoded): Uint8Array {
  const bytes = Buffer.from(text, charset);
  return marked ? Buffer.concat([byteOrderMark, bytes]) : bytes;
}

/**
 * Whether a text survives being written to the file and read again. In a file that is not UTF-8, the meaning of bytes
 * beyond ASCII is not known, so only ASCII does.
 */
export function holds({ charset }: Pick<Decoded, 'charset'>, content: string): boolean {
  if (charset === 'latin1') return Buffer.from(content, 'utf8').length === content.length;
  return Buffer.from(content, 'utf8').toString('utf8') === content;
}
