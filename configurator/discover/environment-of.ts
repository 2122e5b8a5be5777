import { type Environment, environments } from '../../shared/environment.ts';
import type { Reason } from './finding.ts';
import { vocabularyOf } from './known-names.ts';

const namePatterns: Readonly<Record<Environment, RegExp>> = {
  homologation: /(?:^|[./_-])(?:homologation|homo|test|staging|sandbox|dev|development)(?:$|[./_-])/i,
  production: /(?:^|[./_-])(?:production|prod)(?:$|[./_-])/i,
};

/**
 * Says which environment a file belongs to: by its name, else by the word in it, else the one where a mistake costs
 * nothing.
 *
 * @param word what the file's own entry for the environment says, where it has one
 * @param words the words of the product, where it is known
 */
export function environmentOf(
  file: string,
  word: string | undefined,
  words?: Readonly<Record<Environment, string>>,
): { environment: Environment; reason: Reason } {
  const named = environments.filter((environment) => namePatterns[environment].test(file));
  if (named[0] && named.length === 1) return { environment: named[0], reason: 'name' };
  const vocabulary = words ?? (word ? vocabularyOf(word) : undefined);
  if (word === undefined || !vocabulary) return { environment: 'homologation', reason: 'neither' };
  const said = environments.find((environment) => meaning(vocabulary[environment]) === meaning(word));
  if (said) return { environment: said, reason: 'word' };
  return { environment: 'homologation', reason: 'neither' };
}

/** What a word means where case is the only difference, or PHP's own words for yes and no. */
function meaning(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'true') return '1';
  return lower === 'false' ? '0' : lower;
}
