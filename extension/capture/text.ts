import { looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';

const apostrophes = /[’‘ʼʹ′`´＇]/g;
/** Soft hyphens, zero-width spaces, direction marks: invisible characters that control line breaks or direction. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Maps texts that read the same to one form, without case, accents, kinds of apostrophe or of space. */
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
 * Removes outer spaces and invisible characters from a displayed value. A later check makes sure that nothing else was
 * changed: the value must equal the one that the Authorization encodes.
 */
export function trimInvisible(value: string): string {
  return value.replace(invisible, '').trim();
}

/** The value that an Authorization encodes; `undefined` if it is malformed, or encodes a masked value. */
export function encodedValue(authorization: string): string | undefined {
  const accessKey = readBasicAuthorization(authorization)?.accessKey;
  return accessKey === undefined || looksMasked(accessKey) ? undefined : accessKey;
}

/** How many characters at its end a mask must show: as many as the console's own mask. */
const minShownAtEnd = 3;

/** Whether a masked text can be a mask of a key: its visible ends are the ends of the key. */
export function isMaskOf(text: string, accessKey: string): boolean {
  if (!looksMasked(text)) return false;
  const [, start = '', end = ''] =
    /^([A-Za-z0-9]*?)(?:[^A-Za-z0-9].*[^A-Za-z0-9]|[^A-Za-z0-9]|[xX]{4,})([A-Za-z0-9]*)$/su.exec(text) ?? [];
  return end.length >= minShownAtEnd && accessKey.startsWith(start) && accessKey.endsWith(end);
}
