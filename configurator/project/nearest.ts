import { distance } from 'fastest-levenshtein';

/**
 * The known word that a misspelt one most likely means.
 *
 * @returns the nearest of `known`, or all of them, joined as a quoted list, where none is near
 */
export function nearestWord(word: string, known: readonly string[]): string {
  const ranked = known
    .map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  const near = best !== undefined && best.steps <= Math.max(2, best.candidate.length / 3);
  return near ? best.candidate : known.join('", "');
}
