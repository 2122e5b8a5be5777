/** One form in which a piece of a secret may lie about. */
export interface Needle {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/**
 * Every form that is looked for. A secret is cut into halves and either is a find: it stays in one piece where a block
 * boundary or a compressor's back reference cuts the whole, and half a secret is a leak as well.
 *
 * @param secret at least 16 characters, so that a half is found by no accident
 * @throws RangeError where it is shorter
 */
export function needles(secret: string): Needle[] {
  if (secret.length < 16)
    throw new RangeError('a secret of fewer than 16 characters may be found by accident');
  const middle = Math.floor(secret.length / 2);
  const halves = [secret.slice(0, middle), secret.slice(middle)];
  const found = halves.flatMap((half) =>
    forms(half).flatMap(([encoding, text]) => [
      { encoding, bytes: Buffer.from(text, 'latin1') },
      { encoding: `${encoding}, UTF-16LE`, bytes: Buffer.from(text, 'utf16le') },
      { encoding: `${encoding}, UTF-16BE`, bytes: Buffer.from(text, 'utf16le').swap16() },
    ]),
  );
  return [...new Map(found.map((needle) => [needle.bytes.toString('latin1'), needle])).values()];
}

/** A text and what programs make of one, each with its name. */
function forms(text: string): [encoding: string, text: string][] {
  const hex = Buffer.from(text).toString('hex');
  const percent = hex.replace(/../g, '%$&');
  const base64 = [0, 1, 2].map((phase) => base64At(phase, text));
  return [
    ['plain', text],
    ['reversed', [...text].reverse().join('')],
    ['lower case', text.toLowerCase()],
    ['upper case', text.toUpperCase()],
    ['hex', hex],
    ['hex', hex.toUpperCase()],
    ['percent', percent],
    ['percent', percent.toUpperCase()],
    ...base64.map((form): [string, string] => ['base64', form]),
    ...base64.map((form): [string, string] => ['base64', form.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}

/** The characters of base64 that depend on the text alone, when it begins `phase` bytes after a multiple of three. */
function base64At(phase: number, text: string): string {
  const all = Buffer.from('\0'.repeat(phase) + text).toString('base64');
  return all.slice(Math.ceil((phase * 8) / 6), Math.floor(((phase + text.length) * 8) / 6));
}
