/** Digits and letters of which none is taken for another when it is written: no 0, 1, i or l. */
const letters = 'abcdefghjkmnopqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/**
 * Makes a passphrase to read out, of 80 random bits. Nobody types one into the extension: what stands in a form control
 * reaches the disk, and what a person thinks of is found by trying.
 *
 * @returns such as `k7mq-4xwt-9rbd-p2hs`
 */
export function makePassphrase(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))];
  // 32 letters: each byte gives one, and none more often than another.
  const drawn = bytes.map((byte) => letters.charAt(byte % letters.length));
  return Array.from({ length: groups }, (_, group) =>
    drawn.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
