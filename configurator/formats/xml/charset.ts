import { Buffer } from 'node:buffer';
import type { Charset } from '../encoding.ts';

const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

/** Every byte below 0x80 is the ASCII character in all of them, and a part of no other one. */
const superset = /^(?:us-ascii|ascii|iso[-_]?8859-\d{1,2}|latin-?\d|(?:windows-|cp)125\d)$/i;

/**
 * The charset in which an XML file says that it is written, UTF-8 where it says nothing.
 *
 * @returns `undefined` where we do not read it
 */
export function declaredCharset(bytes: Uint8Array): Charset | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString(
    'latin1',
  );
  const marked = start.startsWith('\xEF\xBB\xBF');
  const name = declaration.exec(marked ? start.slice(3) : start)?.[1];
  if (name === undefined || /^utf-?8$/i.test(name)) return 'utf8';
  return superset.test(name) && !marked ? 'latin1' : undefined;
}

/** Says whether our reading of a text is that of its readers, who know the declared encoding. */
export function isReadExactly(text: string, encoding: string | undefined): boolean {
  return encoding === undefined || /^(?:utf-?8|iso-8859-1)$/i.test(encoding) || /^[ -~\s]*$/.test(text);
}
