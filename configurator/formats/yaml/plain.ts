import { numberText } from '../number-text.ts';

/**
 * Plain (unquoted) scalars that every version of YAML reads as the text that stands there. YAML 1.1 takes `yes`, `on`
 * and `y` for booleans, `010` for 8, `12:30:45` for 45045 and `1_000` for 1000; 1.2 takes `1e3` and `0o17` for numbers.
 * So: words of letters, digits and a few signs in between, that begin with a letter and are no word of either version,
 * or that begin with a digit and have a letter that no number, in any base, has.
 */
const words =
  /^[A-Za-z_][A-Za-z0-9_]*(?:[-./+=]+[A-Za-z0-9_]+)*=*(?: [A-Za-z_][A-Za-z0-9_]*(?:[-./+=]+[A-Za-z0-9_]+)*=*)*$/;
const digitsAndLetters = /^(?=.*[g-mp-wyzG-MP-WYZ])[0-9][A-Za-z0-9]*$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Says whether a value may stand without quotes. */
export function isPlainText(value: string): boolean {
  if (digitsAndLetters.test(value)) return true;
  return words.test(value) && !reserved.test(value);
}

export function isNull(source: string): boolean {
  return /^(?:~|null|Null|NULL|)$/.test(source);
}

/** A boolean in YAML 1.1 at least. */
export function isBoolean(source: string): boolean {
  return /^(?:true|false|yes|no|on|off)$/i.test(source);
}

const mayBeRead = /^(?:[-+]?\.?[0-9]|[-+]?\.(?:inf|nan)$|=$|<<$)/i;

/**
 * What readers make of a plain scalar, as text.
 *
 * @returns `undefined` where it depends on the reader
 */
export function readPlain(source: string): string | undefined {
  if (isNull(source)) return '';
  if (source === 'true' || source === 'false' || isPlainText(source)) return source;
  const number = numberText(source);
  if (number !== undefined) return number;
  return isBoolean(source) || /^[yn]$/i.test(source) || mayBeRead.test(source) ? undefined : source;
}
