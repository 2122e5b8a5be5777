/** Keys and merchant ids that Payline's documents and kits print: they belong to nobody (the kits' own files). */
const samples: ReadonlySet<string> = new Set([
  'DJMESHXYou6LmjQFdH',
  'AFju9XHplQzvamffO72L',
  'abcdefghijklmnopqrst',
  '123456789',
  '1234567890',
  '12345678901234',
  '111111111',
  '111222333',
]);

const invitations =
  /^(?:enter|your|my|insert|put|paste|set|type|change|replace|fill|votre|ma|saisir|saisissez|mettez|indiquez|remplacez|remplacer|todo|tbd|fixme|none|null|undefined|dummy|example|exemple|sample|placeholder|default)(?:$|[^a-z])/i;

/** What frames a blank to be filled: `<key>`, `[key]`, `{{key}}`, `${KEY}`, `%key%`, `__KEY__`, `@key@`. */
const framed = /^(?:<.*>|\[.*\]|\{.*\}|\$\{.*\}|%.*%|__.*__|@.*@)$/s;

/** A name where a value belongs: `payline_access_key`, `MERCHANT-ID`, `xxx-key`. */
const named =
  /^(?:[a-z]+[_-])*(?:(?:access|acces|api|merchant|payline|secret)[_-]?)+(?:key|id|token)?(?:[_-][a-z]+)*$/i;

/**
 * Says whether a value only shows where a key or a merchant id belongs. An empty one does too.
 *
 * @param value as the file's reader reads it
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    samples.has(text) ||
    /^(.)\1{3,}$/s.test(text) ||
    invitations.test(text) ||
    framed.test(text) ||
    named.test(text)
  );
}

/** Whether a text is the id of a merchant: digits, nine at least as all that were seen have, and no example. */
export function isRealMerchant(text: string): boolean {
  return /^\d{9,}$/.test(text) && !isPlaceholder(text);
}

/**
 * Says whether a value is something that people read, such as a label of a form: it has blanks, accents or marks that no
 * key has, and invites nobody to put a key in its place.
 */
export function isProse(value: string): boolean {
  return !isPlaceholder(value) && /\p{L}/u.test(value) && /[\s’]|[^\0-\x7f]/.test(value);
}
