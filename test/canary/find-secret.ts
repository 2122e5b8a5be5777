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
  const any = anyOf(forms);
  const found: Finding[] = [];
  const look = (bytes: Buffer, place: string, packing: string) => {
    if (!any.test(bytes.toString('latin1'))) return;
    const encodings = forms.filter((needle) => bytes.includes(needle.bytes)).map(({ encoding }) => encoding);
    for (const encoding of new Set(encodings))
      found.push({ place, encoding: packing ? `${encoding}, in ${packing}` : encoding });
  };
  for (const { name, bytes } of places) {
    look(Buffer.from(name), `the name of ${name}`, '');
    for (const view of views(bytes)) look(view.bytes, name, view.packing);
  }
  return found;
}

/** All forms in one pass: a browser's profile is hundreds of megabytes, most of them zeros, and each form a search. */
function anyOf(forms: readonly Needle[]): RegExp {
  const escaped = forms.map(({ bytes }) => bytes.toString('hex').replace(/../g, '\\x$&'));
  return new RegExp(escaped.join('|'));
}
