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
 */
export function environmentOf(
  file: string,
  word: string | undefined,
): { environment: Environment; reason: Reason } {
  const named = environments.filter((environment) => namePatterns[environment].test(file));
  if (named[0] && named.length === 1) return { environment: named[0], reason: 'name' };
  const vocabulary = word ? vocabularyOf(word) : undefined;
  const said = environments.find((environment) => vocabulary?.[environment] === word);
  if (vocabulary && said) return { environment: said, reason: 'word' };
  return { environment: 'homologation', reason: 'neither' };
}
