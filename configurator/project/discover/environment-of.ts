import type { Field } from '../../../shared/access-key.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import type { Reason } from './finding.ts';

const fieldsByName: Readonly<Record<string, Field>> = {
  merchantid: 'merchantId',
  accesskey: 'accessKey',
  environment: 'environment',
};

/**
 * The field that an entry most likely takes, by its address: a name that Payline's products use, under a name that
 * says Payline or Monext (`PAYLINE_ACCESS_KEY`, `payline.access_key`, `payline_config.merchantId`).
 *
 * @returns `undefined` where it is no such entry
 */
export function fieldOfAddress(address: string): Field | undefined {
  const parts = address.replaceAll('"', '').split('.');
  const name = parts.at(-1) ?? '';
  const bare = name
    .toLowerCase()
    .replace(/^(?:payline|monext)/, '')
    .replaceAll(/[_-]/g, '');
  const ofPayline = parts.some((part) => /payline|monext/i.test(part));
  return ofPayline && Object.hasOwn(fieldsByName, bare) ? fieldsByName[bare] : undefined;
}

/** What products call the two environments; the first is what Payline's PHP SDK compares with. */
const vocabularies: readonly Readonly<Record<Environment, string>>[] = [
  { homologation: 'HOMO', production: 'PROD' },
  { homologation: 'homo', production: 'prod' },
  { homologation: 'homologation', production: 'production' },
  { homologation: 'HOMOLOGATION', production: 'PRODUCTION' },
  { homologation: 'TEST', production: 'PRODUCTION' },
  { homologation: 'test', production: 'production' },
];

/** The words of a file for the environments, as far as the one that it holds tells; an empty one leaves the choice. */
export function vocabularyOf(word: string): Readonly<Record<Environment, string>> | undefined {
  if (word === '') return vocabularies[0];
  return vocabularies.find(({ homologation, production }) => word === homologation || word === production);
}

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
