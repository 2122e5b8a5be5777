import { readBasicAuthorization } from '../../shared/authorization.ts';
import { Refusal } from '../../shared/refusal.ts';

/**
 * Reads an Authorization as people copy it: the whole header line, its value, or only the base64.
 *
 * @returns its value, with `Basic `; `undefined` for anything else, or where it does not decode to a merchant and a key
 */
export function readHeader(text: string): string | undefined {
  const encoded = /^(?:authorization\s*:\s*)?(?:basic\s+)?([A-Za-z0-9+/]+={0,2})$/i.exec(text.trim())?.[1];
  const header = `Basic ${encoded}`;
  return encoded !== undefined && readBasicAuthorization(header) ? header : undefined;
}

/**
 * Reads a key in clear: as JSON, or as an Authorization, which contains both its parts. Allows what programs add to their
 * output: a byte order mark before, line breaks after.
 *
 * @returns the parts, unchecked
 * @throws Refusal `key-malformed`
 */
export function readKeyText(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const authorization = readHeader(text);
    const said = authorization && readBasicAuthorization(authorization);
    return said ? { ...said, authorization } : JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes the text.
    throw new Refusal('key-malformed');
  }
}

/** Whether a file that should be sealed contains a key in clear. */
export function isClearKey(bytes: Uint8Array): boolean {
  try {
    const parts = readKeyText(bytes);
    return typeof parts === 'object' && parts !== null && 'accessKey' in parts;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
