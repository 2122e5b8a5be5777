import { parseBasicAuthorization } from '../../shared/authorization.ts';
import { looksMasked } from '../../shared/mask.ts';
import type { Code } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Piece } from './pieces.ts';

/** The three fields as a box shows them. */
export interface Shown {
  readonly accessKey: string;
  readonly authorization: string;
  readonly reference: string;
}

/** What a box says; `elements` are where its fields stand. */
export type Reading =
  | { readonly kind: 'complete'; readonly shown: Shown; readonly elements: readonly Element[] }
  | { readonly kind: 'incomplete'; readonly code: Code; readonly elements: readonly Element[] };

/**
 * Reads the key in a box. A reading is complete only where the value equals the one that the Authorization encodes: so a
 * value that is masked, cut, still being written or altered by the page is never taken. The Authorization also finds a
 * value whose label is not known, in a page in another language.
 */
export function read(box: Element, pieces: readonly Piece[]): Reading {
  const fields = fieldsOf(box, pieces);
  const elements = [...fields.values()].map((field) => field.element);
  const authorization = authorizationIn(fields.get('authorization'), pieces);
  const encoded = decode(authorization);
  const accessKey = accessKeyIn(fields.get('accessKey'), pieces, encoded);
  if (encoded !== undefined && encoded === accessKey) {
    const reference = referenceIn(fields.get('reference'));
    return { kind: 'complete', shown: { accessKey, authorization, reference }, elements };
  }
  return { kind: 'incomplete', code: problem(accessKey, authorization, encoded), elements };
}

function authorizationIn(field: Field | undefined, pieces: readonly Piece[]): string {
  const candidates = field?.candidates ?? pieces.map((piece) => piece.text);
  return candidates.find((text) => decode(text) !== undefined) ?? field?.candidates.at(-1) ?? '';
}

function accessKeyIn(
  field: Field | undefined,
  pieces: readonly Piece[],
  encoded: string | undefined,
): string {
  const candidates = field?.candidates ?? pieces.map((piece) => piece.text);
  return candidates.find((text) => text === encoded) ?? field?.candidates.at(-1) ?? '';
}

/** The reference helps people and authenticates nobody: an unfit one must not cost the key. */
function referenceIn(field: Field | undefined): string {
  return field?.candidates.findLast((text) => /^[\x20-\x7e]{1,200}$/.test(text) && !looksMasked(text)) ?? '';
}

function decode(authorization: string): string | undefined {
  try {
    return parseBasicAuthorization(authorization).accessKey;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function problem(accessKey: string, authorization: string, encoded: string | undefined): Code {
  if (!accessKey) return 'key-value-missing';
  if (looksMasked(accessKey) || looksMasked(authorization)) return 'key-masked';
  if (!authorization) return 'key-merchant-missing';
  return encoded === undefined ? 'key-authorization-malformed' : 'key-authorization-mismatch';
}
