import { Refusal } from '../../shared/refusal.ts';

/** More than the deepest message of the wire needs, and little enough to walk without care for the stack. */
const deepest = 8;

/**
 * Reads the body of a frame.
 *
 * @throws Refusal `frame-malformed` where it is not one JSON object in UTF-8 without a byte order mark, nests deeper than
 *   8, or names a `__proto__`, which schemas would not see
 */
export function decodeMessage(body: Uint8Array): object {
  const message = parse(body);
  if (
    typeof message !== 'object' ||
    message === null ||
    Array.isArray(message) ||
    isUnfit(message, deepest)
  ) {
    throw new Refusal('frame-malformed');
  }
  return message;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    // What V8 says of it quotes the text.
    throw new Refusal('frame-malformed');
  }
}

function isUnfit(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return true;
  return Object.values(value).some((inner) => isUnfit(inner, depth - 1));
}
