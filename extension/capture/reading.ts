import { looksMasked } from '../../shared/access-key.ts';
import type { Code } from '../../shared/message-codes.ts';
import { writable } from './box.ts';
import { attributesOf, controlValue, isDialog, matches, shownChildrenOf, textOf } from './dom.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Piece } from './pieces.ts';
import { bare, encodedIn, isMaskOf } from './text.ts';
import type { Labelled } from './words.ts';

/** A value and the Authorization that encodes it. */
interface Proven {
  readonly accessKey: string;
  readonly authorization: string;
}

/** Longer texts hold more than a field and its label. */
const longest = 600;
const separator = `[\\s"'<>:;,()]`;
const separators = new RegExp(`${separator}+`);
/** What begins with a digit, as a merchant id does, begins so in base64. */
const header = new RegExp(`(?<=^|${separator})Basic [MNO][A-Za-z0-9+/]+={0,2}(?=$|${separator})`, 'g');

/**
 * Looks for the key in all that a box holds, whether it reads as a field or not: a text in a button or a picture, an
 * attribute that a copy button or a tooltip uses, several fields in one text.
 *
 * @returns each value that stands beside an Authorization that encodes it
 */
function provenIn(box: Element): Proven[] {
  const texts = [...textsIn(box)].filter((text) => text.length <= longest).map(bare);
  const words = new Set(texts.flatMap((text) => text.split(separators)));
  const proven = new Map<string, Proven>();
  for (const [authorization] of texts.flatMap((text) => [...text.matchAll(header)])) {
    const accessKey = encodedIn(authorization);
    if (accessKey && words.has(accessKey)) proven.set(authorization, { accessKey, authorization });
  }
  return [...proven.values()];
}

function* textsIn(element: Element): Generator<string> {
  if (matches(element, 'script, style, noscript')) return;
  yield controlValue(element) ?? '';
  yield* attributesOf(element);
  yield textOf(element, longest);
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
  /** Where there is no Authorization: the merchant id that stands beside the value, and proves nothing. */
  readonly merchantId?: string;
  /** The text of the day of its end, where a form shows one. */
  readonly ends?: string | undefined;
}

/** What a box says; `elements` are where its fields stand. */
export type Reading =
  | { readonly kind: 'complete'; readonly shown: Shown; readonly elements: readonly Element[] }
  | { readonly kind: 'incomplete'; readonly code: Code; readonly elements: readonly Element[] };

/**
 * Reads the key in a box. A reading is complete only where the value equals the one that the Authorization encodes, or is
 * a mask that shows the end of it: so a value that is cut, still being written or altered by the page is never taken. The
 * Authorization also finds a value whose label is not known, in a page in another language.
 */
export function read(box: Element, pieces: readonly Piece[]): Reading {
  const fields = fieldsOf(box, pieces);
  const labelled = placesOf(fields);
  const authorization = textIn(fields.get('authorization'), pieces, (text) => encodedIn(text) !== undefined);
  const encoded = encodedIn(authorization);
  // A masked value that no label names may be one of a list.
  const mayBeMasked = fields.has('accessKey') || isDialog(box);
  const fits = (text: string) =>
    encoded !== undefined && (text === encoded || (mayBeMasked && isMaskOf(text, encoded)));
  const accessKey = textIn(fields.get('accessKey'), pieces, fits);
  const all = provenIn(box);
  const proven = encoded !== undefined && fits(accessKey) ? { accessKey: encoded, authorization } : all[0];
  // Of two keys in one box neither is taken in silence, as the other would be lost.
  if (!proven || all.some((other) => other.authorization !== proven.authorization))
    return { kind: 'incomplete', code: problem(accessKey, authorization, encoded), elements: labelled };
  const reference = referenceIn(fields.get('reference'), proven);
  const shown = { ...proven, reference, ends: fields.get('ends')?.candidates[0] };
  const places = pieces.filter(({ text }) => text === proven.accessKey || text === proven.authorization);
  return { kind: 'complete', shown, elements: [...labelled, ...places.map(placeOf)] };
}

const placeOf = ({ element }: Field | Piece) => element;
const placesOf = (fields: ReadonlyMap<Labelled, Field>) => [...fields.values()].map(placeOf);

/** What a value may be where nothing proves it: as the keys that were seen are, a little shorter or longer. */
const plausible = /^(?=.*\d)(?=.*[A-Z])\w{16,24}$/;

/** Reads a key that nothing proves: a labelled value, beside a labelled merchant id where there is one. */
export function readUnproven(box: Element, pieces: readonly Piece[]): Reading | undefined {
  const fields = fieldsOf(box, pieces);
  const find = (name: Labelled, fits: RegExp) =>
    fields.get(name)?.candidates.find((text) => fits.test(text) && !looksMasked(text));
  const accessKey = find('accessKey', plausible);
  const merchantId = find('merchantId', /^\d{6,20}$/);
  const elements = placesOf(fields);
  const isEdited = elements.some((element) => matches(element, writable));
  if (!accessKey || isEdited || fields.has('authorization')) return undefined;
  if (!merchantId) return { kind: 'incomplete', code: 'key-merchant-missing', elements };
  const shown = { accessKey, merchantId, authorization: '' };
  const reference = referenceIn(fields.get('reference'), shown);
  return { kind: 'complete', shown: { ...shown, reference }, elements };
}

/** What a field says, or any piece where there is no such field: what fits, else what would stand there. */
function textIn(field: Field | undefined, pieces: readonly Piece[], fits: (text: string) => boolean): string {
  const candidates = field?.candidates ?? pieces.map((piece) => piece.text);
  return candidates.find(fits) ?? field?.candidates.at(-1) ?? '';
}

/**
 * The reference helps people and authenticates nobody: an unfit one must not cost the key. It is shown in clear, so what
 * may hold a secret, in a page whose labels stand elsewhere, is none.
 */
function referenceIn(field: Field | undefined, { accessKey }: Proven): string {
  const isFit = (text: string) =>
    /^[\x20-\x7e]{1,200}$/.test(text) &&
    !looksMasked(text) &&
    !text.includes(accessKey) &&
    !text.includes('Basic ');
  return field?.candidates.findLast(isFit) ?? '';
}

function problem(accessKey: string, authorization: string, encoded: string | undefined): Code {
  if (!accessKey) return 'key-value-missing';
  if (looksMasked(accessKey) || looksMasked(authorization)) return 'key-masked';
  if (!authorization) return 'key-merchant-missing';
  return encoded === undefined ? 'key-authorization-malformed' : 'key-authorization-mismatch';
}
