import { Buffer } from 'node:buffer';
import type { Charset } from '../encoding.ts';

/** PEP 263: a comment of the first or second line. */
const declaration = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/** Every byte below 0x80 is the ASCII character in all of them, and a part of no other one. */
const superset = /^(?:us-ascii|ascii|latin[-_]?\d|iso[-_]?8859[-_]\d{1,2}|(?:windows-|cp)125\d)$/i;

/**
 * The charset in which a Python file says that it is written, UTF-8 where it says nothing.
 *
 * @returns `undefined` where we do not read it
 */
export function declaredCharset(bytes: Uint8Array): Charset | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1000)).toString(
    'latin1',
  );
  const marked = start.startsWith('\xEF\xBB\xBF');
  const first = declaration.exec(marked ? start.slice(3) : start)?.[1];
  if (first === undefined || /^utf[-_]?8(?:-|$)/i.test(first)) return 'utf8';
  return superset.test(first) && !marked ? 'latin1' : undefined;
}
