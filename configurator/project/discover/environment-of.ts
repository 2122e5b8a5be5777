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
  // As Payline's Java SDK and Laravel packages after it spell it.
  acceskey: 'accessKey',
};

/** An environment within the name of a field: `PAYLINE_PROD_ACCESS_KEY`, `payline.access_key_test`. */
const environmentPart =
  /^(?:production|prod|live|homologation|homo|test|sandbox)(?=[a-z])|(?:production|prod|live|homologation|homo|test|sandbox)$/;

/**
 * The field that an entry most likely takes, by its address: a name that Payline's products use, under a name that
 * says Payline or Monext (`PAYLINE_ACCESS_KEY`, `payline.access_key`, `payline_config.merchantId`).
 *
 * @param ofPayline the file's own name says it, so that the address need not
 * @returns `undefined` where it is no such entry
 */
export function fieldOfAddress(address: string, ofPayline = false): Field | undefined {
  if (!ofPayline && !saysPayline(address)) return undefined;
  const bare = bareName(address);
  const name = Object.hasOwn(fieldsByName, bare) ? bare : bare.replace(environmentPart, '');
  return Object.hasOwn(fieldsByName, name) ? fieldsByName[name] : undefined;
}

/** For which environment a file is, and what says so. */
interface Decision {
  /** `undefined`: what the file says does not tell, or contradicts itself. */
  readonly environment: Environment | undefined;
  readonly reason: Reason;
  /** What was read in the file. */
  readonly seen: Finding['seen'] | undefined;
}

/**
 * What a file says of the environment.
 *
 * @param flag the product's own entry for it, and its words, where the product is known
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
 * Says which environment a file belongs to: by its name, else by what it says itself, else the one where a mistake costs
 * nothing. A flag that will not be written, as its words are not known, counts also against the name.
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

function shown({ address, line, said }: EnvironmentSign): Finding['seen'] {
  return { address, line, said };
}

/** What a product's own entry says in the product's words. */
function signOf({ address, line, value, constant }: Entry, words: Words): EnvironmentSign | undefined {
  const said = value ?? constant;
  if (said === undefined || said === '') return undefined;
  const environment = environments.find((each) => isSameWord(words[each], said));
  return environment && { address, line, said, environment, words };
}
