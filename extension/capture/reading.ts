import { looksMasked } from '../../shared/access-key.ts';
import type { Code } from '../../shared/message-codes.ts';
import { writable } from './box.ts';
import { attributesOf, controlValue, isDialog, matches, shownChildrenOf, textOf } from './dom.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Piece } from './pieces.ts';
import { encodedValue, isMaskOf, trimInvisible } from './text.ts';
import type { Labelled } from './words.ts';

/** A value with the Authorization that encodes it. */
interface ProvenKey {
  readonly accessKey: string;
  readonly authorization: string;
}

/** Longer texts contain more than a field and its label. */
const maxTextLength = 600;
const separator = `[\\s"'<>:;,()]`;
const separators = new RegExp(`${separator}+`);
/** A merchant id begins with a digit, so its base64 begins with M, N or O. */
const authorizations = new RegExp(
  `(?<=^|${separator})Basic [MNO][A-Za-z0-9+/]+={0,2}(?=$|${separator})`,
  'g',
);

/**
 * Looks for the key in everything that a box contains, also outside of fields: the text of a button or a picture, an
 * attribute that a copy button or a tooltip uses, several fields in one text.
 *
 * @returns each value for which the box also contains the Authorization that encodes it
 */
function provenKeysIn(box: Element): ProvenKey[] {
  const texts = [...textsIn(box)].filter((text) => text.length <= maxTextLength).map(trimInvisible);
  const words = new Set(texts.flatMap((text) => text.split(separators)));
  const proven = new Map<string, ProvenKey>();
  for (const [authorization] of texts.flatMap((text) => [...text.matchAll(authorizations)])) {
    const accessKey = encodedValue(authorization);
    if (accessKey && words.has(accessKey)) proven.set(authorization, { accessKey, authorization });
  }
  return [...proven.values()];
}

function* textsIn(element: Element): Generator<string> {
  if (matches(element, 'script, style, noscript')) return;
  yield controlValue(element) ?? '';
  yield* attributesOf(element);
  yield textOf(element, maxTextLength);
  for (const child of shownChildrenOf(element)) {
    if (child instanceof Text) yield child.data;
    else if (child instanceof Element) yield* textsIn(child);
  }
}

/** The three fields as a box shows them. */
export interface Shown {
  readonly accessKey: string;
  readonly authorization: string;
  readonly reference: string;
  /** Only without an Authorization: the merchant id beside the value, which does not prove it. */
  readonly merchantId?: string;
  /** Its end date as the form shows it, if it does. */
  readonly ends?: string | undefined;
}

/** The key as read from a box; `elements` show its fields. */
export type Reading =
  | { readonly kind: 'complete'; readonly shown: Shown; readonly elements: readonly Element[] }
  | { readonly kind: 'incomplete'; readonly code: Code; readonly elements: readonly Element[] };

/**
 * Reads the key in a box. A reading is complete only if the value equals the one that the Authorization encodes, or is
 * a mask that shows its end. So a value that is truncated, incomplete or altered by the page is never taken. The
 * Authorization also finds a value with an unknown label, for example in another language.
 */
export function read(box: Element, pieces: readonly Piece[]): Reading {
  const fields = fieldsOf(box, pieces);
  const labelledElements = placesOf(fields);
  const authorization = textIn(
    fields.get('authorization'),
    pieces,
    (text) => encodedValue(text) !== undefined,
  );
  const encoded = encodedValue(authorization);
  // A masked value without a label may belong to a list.
  const mayBeMasked = fields.has('accessKey') || isDialog(box);
  const fitsValue = (text: string) =>
    encoded !== undefined && (text === encoded || (mayBeMasked && isMaskOf(text, encoded)));
  const accessKey = textIn(fields.get('accessKey'), pieces, fitsValue);
  const provenKeys = provenKeysIn(box);
  const proven =
    encoded !== undefined && fitsValue(accessKey) ? { accessKey: encoded, authorization } : provenKeys[0];
  // Taking one of two keys in a box would lose the other, so neither is taken.
  if (!proven || provenKeys.some((other) => other.authorization !== proven.authorization))
    return {
      kind: 'incomplete',
      code: problemCode(accessKey, authorization, encoded),
      elements: labelledElements,
    };
  const reference = referenceIn(fields.get('reference'), proven);
  const shown = { ...proven, reference, ends: fields.get('ends')?.candidates[0] };
  const places = pieces.filter(({ text }) => text === proven.accessKey || text === proven.authorization);
  return { kind: 'complete', shown, elements: [...labelledElements, ...places.map(placeOf)] };
}

const placeOf = ({ element }: Field | Piece) => element;
const placesOf = (fields: ReadonlyMap<Labelled, Field>) => [...fields.values()].map(placeOf);

/** The form of a value without an Authorization: like the known keys, or a little shorter or longer. */
const valuePattern = /^(?=.*\d)(?=.*[A-Z])\w{16,24}$/;

/** Reads a key without an Authorization: a labelled value, with the labelled merchant id beside it if there is one. */
export function readUnproven(box: Element, pieces: readonly Piece[]): Reading | undefined {
  const fields = fieldsOf(box, pieces);
  const find = (name: Labelled, fits: RegExp) =>
    fields.get(name)?.candidates.find((text) => fits.test(text) && !looksMasked(text));
  const accessKey = find('accessKey', valuePattern);
  const merchantId = find('merchantId', /^\d{6,20}$/);
  const elements = placesOf(fields);
  const isEdited = elements.some((element) => matches(element, writable));
  if (!accessKey || isEdited || fields.has('authorization')) return undefined;
  if (!merchantId) return { kind: 'incomplete', code: 'key-merchant-missing', elements };
  const shown = { accessKey, merchantId, authorization: '' };
  const reference = referenceIn(fields.get('reference'), shown);
  return { kind: 'complete', shown: { ...shown, reference }, elements };
}

/** The text of a field that fits, or its largest one; without such a field, any piece that fits. */
function textIn(field: Field | undefined, pieces: readonly Piece[], fits: (text: string) => boolean): string {
  const candidates = field?.candidates ?? pieces.map((piece) => piece.text);
  return candidates.find(fits) ?? field?.candidates.at(-1) ?? '';
}

/**
 * The reference helps people and authenticates nobody, so an invalid one must not prevent the capture. It is shown in
 * clear, so a text that may contain a secret is not taken as one: the page may place its labels elsewhere.
 */
function referenceIn(field: Field | undefined, { accessKey }: ProvenKey): string {
  const isFit = (text: string) =>
    /^[\x20-\x7e]{1,200}$/.test(text) &&
    !looksMasked(text) &&
    !text.includes(accessKey) &&
    !text.includes('Basic ');
  return field?.candidates.findLast(isFit) ?? '';
}

function problemCode(accessKey: string, authorization: string, encoded: string | undefined): Code {
  if (!accessKey) return 'key-value-missing';
  if (looksMasked(accessKey) || looksMasked(authorization)) return 'key-masked';
  if (!authorization) return 'key-merchant-missing';
  return encoded === undefined ? 'key-authorization-malformed' : 'key-authorization-mismatch';
}
