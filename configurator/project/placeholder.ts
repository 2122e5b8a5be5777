/** Keys and merchant ids that Payline's documents and kits use as samples: they belong to nobody (the kits' own files). */
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

/** Delimited placeholders: `<key>`, `[key]`, `{{key}}`, `${KEY}`, `%key%`, `__KEY__`, `@key@`. */
const delimited = /^(?:<.*>|\[.*\]|\{.*\}|\$\{.*\}|%.*%|__.*__|@.*@)$/s;

/** A name in place of a value: `payline_access_key`, `MERCHANT-ID`, `xxx-key`. */
const nameAsValue =
  /^(?:[a-z]+[_-])*(?:(?:access|acces|api|merchant|payline|secret)[_-]?)+(?:key|id|token)?(?:[_-][a-z]+)*$/i;

/**
 * Whether a value is a placeholder for a key or a merchant id. An empty one is too.
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
    delimited.test(text) ||
    nameAsValue.test(text)
  );
}

/** Whether a text is a merchant id: digits, at least nine like all that were seen, and not a sample. */
export function isRealMerchant(text: string): boolean {
  return /^\d{9,}$/.test(text) && !isPlaceholder(text);
}

/**
 * Whether a value is text for people to read, such as a form's label: it has spaces, accents or characters that no key
 * has, and is not a placeholder.
 */
export function isProse(value: string): boolean {
  return !isPlaceholder(value) && /\p{L}/u.test(value) && /[\s’]|[^\0-\x7f]/.test(value);
}
