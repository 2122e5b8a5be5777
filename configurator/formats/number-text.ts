/**
 * Integers that every reader gives back as they stand: no leading zero, no sign in front of a zero, and below the 2^53
 * from which JavaScript rounds.
 */
const canonicalInteger = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * What a number's source says as text.
 *
 * @returns `undefined` where readers print it otherwise
 */
export function numberText(source: string): string | undefined {
  return canonicalInteger.test(source) ? source : undefined;
}
