/**
 * How the pop-up is built and behaves. Payline has not published its markup, so a reader of pop-ups has to cope with every
 * one of these.
 *
 * - `material`: Angular Material's boxes, labels and read-only inputs; a value is a DOM property, never an attribute
 * - `text`: the same box, values as text
 * - `late`: as `material`, values set some time after the box, with no mutation to observe
 * - `streaming`: as `material`, values grow by one character at a time
 * - `dialog`: a native `<dialog>`, labels around their inputs
 * - `plain`: plain `div`s: no role, no title element, no label bound to its input
 * - `masked`: bad input, the value and the Authorization are shown masked
 * - `mismatch`: bad input, the Authorization belongs to another key
 * - `drawn`: values drawn as pictures, which only a person can read; the buttons beside them copy the texts
 */
export const variants = [
  'material',
  'text',
  'late',
  'streaming',
  'dialog',
  'plain',
  'masked',
  'mismatch',
  'drawn',
] as const;

export type Variant = (typeof variants)[number];

/** The variants whose key no program can read from the page. */
export const unreadable: readonly Variant[] = ['masked', 'mismatch', 'drawn'];

export function isVariant(word: unknown): word is Variant {
  return variants.some((variant) => variant === word);
}
