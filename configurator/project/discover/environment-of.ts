import type { Field } from '../../../shared/access-key.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import type { Entry } from '../../formats/format.ts';
import {
  bareName,
  type EnvironmentSign,
  environmentInName,
  environmentSign,
  isSameWord,
  programSign,
  saysPayline,
  type Words,
} from '../environment-signs.ts';
import type { Finding, Reason } from './finding.ts';

const fieldsByName: Readonly<Record<string, Field>> = {
  merchantid: 'merchantId',
  accesskey: 'accessKey',
  // The spelling of Payline's Java SDK, and of Laravel packages that follow it.
  acceskey: 'accessKey',
};

/** An environment in the name of a field: `PAYLINE_PROD_ACCESS_KEY`, `payline.access_key_test`. */
const environmentPart =
  /^(?:production|prod|live|homologation|homo|test|sandbox)(?=[a-z])|(?:production|prod|live|homologation|homo|test|sandbox)$/;

/**
 * The field that an entry most likely holds, by its address: a name that Payline's products use, below or after a name
 * that contains Payline or Monext (`PAYLINE_ACCESS_KEY`, `payline.access_key`, `payline_config.merchantId`).
 *
 * @param ofPayline the file's name contains Payline, so the address need not
 * @returns `undefined` for any other entry
 */
export function fieldOfAddress(address: string, ofPayline = false): Field | undefined {
  if (!ofPayline && !saysPayline(address)) return undefined;
  const bare = bareName(address);
  const name = Object.hasOwn(fieldsByName, bare) ? bare : bare.replace(environmentPart, '');
  return Object.hasOwn(fieldsByName, name) ? fieldsByName[name] : undefined;
}

/** The environment of a file, and the reason. */
interface Decision {
  /** `undefined` where the file is unclear or contradicts itself. */
  readonly environment: Environment | undefined;
  readonly reason: Reason;
  /** The entry that decided. */
  readonly seen: Finding['seen'] | undefined;
}

/**
 * The entries of a file that tell its environment.
 *
 * @param flag a known product's own entry for the environment, and its words
 */
export function signsOf(
  file: string,
  entries: readonly Entry[],
  flag?: { readonly entry: Entry | undefined; readonly words: Words | undefined },
): EnvironmentSign[] {
  const ownSign = flag?.entry && flag.words && signOf(flag.entry, flag.words);
  const ofPayline = saysPayline(file);
  const others = ownSign ? entries.filter((entry) => entry !== flag?.entry) : entries;
  return [
    ...(ownSign ? [ownSign] : []),
    ...others.flatMap((entry) => environmentSign(entry, ofPayline) ?? []),
  ];
}

/**
 * The environment of a file: by its name, else by its entries, else homologation, where a mistake costs nothing. A flag
 * with unknown words, which will not be written, can contradict the name too.
 */
export function environmentOf(
  file: string,
  entries: readonly Entry[],
  signs: readonly EnvironmentSign[],
): Decision {
  const named = environmentInName(file);
  const unclear = signs.find(({ environment }) => environment === undefined);
  const against = signs.find((sign) => sign.words === undefined && sign.environment !== named);
  if (named) {
    if (against) return { environment: undefined, reason: 'unclear', seen: shown(against) };
    return { environment: named, reason: 'name', seen: undefined };
  }
  const [first] = signs;
  if (first) {
    const other = unclear ?? signs.find(({ environment }) => environment !== first.environment);
    if (other) return { environment: undefined, reason: 'unclear', seen: shown(other) };
    return { environment: first.environment, reason: 'word', seen: shown(first) };
  }
  const program = entries.map(programSign).find((sign) => sign?.environment === 'production');
  if (program) return { environment: undefined, reason: 'unclear', seen: shown(program) };
  return { environment: 'homologation', reason: 'neither', seen: undefined };
}

function shown({ address, line, value }: EnvironmentSign): Finding['seen'] {
  return { address, line, said: value };
}

/** The environment in a product's own entry, by the product's words. */
function signOf({ address, line, value, constant }: Entry, words: Words): EnvironmentSign | undefined {
  const word = value ?? constant;
  if (word === undefined || word === '') return undefined;
  const environment = environments.find((each) => isSameWord(words[each], word));
  return environment && { address, line, value: word, environment, words };
}
