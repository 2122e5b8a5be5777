import type { Place } from './files.ts';
import { type Needle, needles } from './needles.ts';
import { views } from './views.ts';

/** Where a secret was found, and in which form. */
export interface Finding {
  readonly place: string;
  readonly encoding: string;
}

/**
 * Looks for a secret in every place, its name included, in every form of `needles` and inside every packing of `views`.
 *
 * @throws RangeError where the secret is too short to be looked for
 */
export function findSecret(secret: string, places: Iterable<Place>): Finding[] {
  const forms = needles(secret);
  const found: Finding[] = [];
  for (const { name, bytes } of places) {
    found.push(...findIn(Buffer.from(name), forms, `the name of ${name}`, ''));
    for (const view of views(bytes)) found.push(...findIn(view.bytes, forms, name, view.packing));
  }
  return found;
}

function findIn(bytes: Buffer, forms: readonly Needle[], place: string, packing: string): Finding[] {
  const found = forms.filter((needle) => bytes.includes(needle.bytes)).map((needle) => needle.encoding);
  return [...new Set(found)].map((encoding) => ({
    place,
    encoding: packing ? `${encoding}, in ${packing}` : encoding,
  }));
}
