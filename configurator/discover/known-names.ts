import type { Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';

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
