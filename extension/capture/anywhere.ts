import { attributesOf, controlValue, matches, shownChildrenOf, textOf } from './dom.ts';
import { encodedIn } from './encoded.ts';
import { bare } from './text.ts';

/** A value and the Authorization that encodes it. */
export interface Proven {
  readonly accessKey: string;
  readonly authorization: string;
}

/** Longer texts hold more than a field and its label. */
const longest = 600;
const separator = `[\\s"'<>:;,()]`;
const separators = new RegExp(`${separator}+`);
const header = new RegExp(`(?<=^|${separator})Basic [A-Za-z0-9+/]+={0,2}(?=$|${separator})`, 'g');

/**
 * Looks for the key in all that a box holds, whether it reads as a field or not: a text in a button or a picture, an
 * attribute that a copy button or a tooltip uses, several fields in one text.
 *
 * @returns `undefined` where no value stands beside an Authorization that encodes it, or where two different ones do
 */
export function provenAnywhere(box: Element): Proven | undefined {
  const texts = [...textsIn(box)].filter((text) => text.length <= longest).map(bare);
  const words = new Set(texts.flatMap((text) => text.split(separators)));
  const proven = new Map<string, Proven>();
  for (const [authorization] of texts.flatMap((text) => [...text.matchAll(header)])) {
    const accessKey = encodedIn(authorization);
    if (accessKey && words.has(accessKey)) proven.set(authorization, { accessKey, authorization });
  }
  return proven.size === 1 ? [...proven.values()][0] : undefined;
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
