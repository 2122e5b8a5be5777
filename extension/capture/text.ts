import { looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';

const apostrophes = /[’‘ʼʹ′`´＇]/g;
/** Soft hyphens, zero-width blanks, direction marks: what a page adds to break or steer a line, and nobody sees. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Brings texts that read the same to the same letters: no case, accents, kinds of apostrophe or of blank. */
export function normalise(text: string): string {
  return text
    .replace(apostrophes, "'")
    .replace(invisible, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Takes from a shown value what a page adds and nobody sees: outer blanks and invisible characters. That nothing else
 * was changed is proved afterwards, as the value must equal the one inside the Authorization.
 */
export function bare(value: string): string {
  return value.replace(invisible, '').trim();
}

/** The value that an Authorization encodes; `undefined` where it is none, or was made from a masked one. */
export function encodedIn(authorization: string): string | undefined {
  const accessKey = readBasicAuthorization(authorization)?.accessKey;
  return accessKey === undefined || looksMasked(accessKey) ? undefined : accessKey;
}

/** The fewest characters that a mask must show: as many as the console's own does. */
const fewestShown = 3;

/** Says whether a masked text is that of a key: what it shows at its ends are the ends of the key. */
export function isMaskOf(text: string, accessKey: string): boolean {
  if (!looksMasked(text)) return false;
  const [, start = '', end = ''] =
    /^([A-Za-z0-9]*?)(?:[^A-Za-z0-9].*[^A-Za-z0-9]|[^A-Za-z0-9]|[xX]{4,})([A-Za-z0-9]*)$/su.exec(text) ?? [];
  return end.length >= fewestShown && accessKey.startsWith(start) && accessKey.endsWith(end);
}
