import { type Environment, environments } from '../../shared/environment.ts';
import type { Entry } from '../formats/format.ts';
import { isPlaceholder } from './placeholder.ts';

/** The words for the two environments at some place in a file. */
export type Words = Readonly<Record<Environment, string>>;

/** An entry that tells the environment of its file. */
export interface EnvironmentSign {
  readonly address: string;
  readonly line: number;
  /** Its value: a word, a yes or no, a constant or the address of a server; never a secret. */
  readonly value: string;
  /** `undefined` where it is about the environment but its meaning is not known. */
  readonly environment: Environment | undefined;
  /** The values to write for each environment; `undefined` where they are not known. */
  readonly words: Words | undefined;
}

/** Pairs of words in lower case; the first pair with a word counts. `HOMO`, `PROD`, `…_CC`: `PaylineSDK.php`. */
const pairs: readonly Words[] = [
  { homologation: 'homo', production: 'prod' },
  { homologation: 'homo_cc', production: 'prod_cc' },
  { homologation: 'homologation', production: 'production' },
  { homologation: 'test', production: 'production' },
  { homologation: 'sandbox', production: 'production' },
  { homologation: 'test', production: 'live' },
];

/** Words that mean homologation, without telling the word for production. */
const homologationOnly: ReadonlySet<string> = new Set([
  'dev',
  'development',
  'int',
  'integration',
  'local',
  'staging',
  'recette',
  'preprod',
]);

/** Pairs of yes and no. */
const yesNoPairs: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['1', '0'],
  ['yes', 'no'],
  ['on', 'off'],
];

/** Whether two words mean the same to a program: case makes no difference, nor do the ways to write yes and no. */
export function isSameWord(word: string, other: string): boolean {
  return canonical(word) === canonical(other);
}

function canonical(word: string): string {
  const lower = word.toLowerCase();
  const pair = yesNoPairs.find((each) => each.includes(lower));
  return pair ? (yesNoPairs[0]?.[pair.indexOf(lower)] ?? lower) : lower;
}

/** Payline's own servers (kit sources: `PaylineSDK.php`, `Utils.java`, and the REST API's documentation). */
const hosts: readonly Words[] = [
  { homologation: 'homologation.payline.com', production: 'services.payline.com' },
  { homologation: 'homologation-cc.payline.com', production: 'services-cc.payline.com' },
  { homologation: 'homologation-webpayment.payline.com', production: 'webpayment.payline.com' },
  { homologation: 'homologation-payment.payline.com', production: 'payment.payline.com' },
  // From integrations of the payment widget.
  { homologation: 'homologation-payment.cdn.payline.com', production: 'payment.cdn.payline.com' },
  { homologation: 'homologation-admin.payline.com', production: 'admin.payline.com' },
  { homologation: 'api-sandbox.retail.monext.com', production: 'api.retail.monext.com' },
];

const wordNames = /^(?:environment|environnement|env|mode|runmode|context|platform|stage)$/;
const flagNames: Readonly<Record<Environment, RegExp>> = {
  production: /^(?:is|use|enable)?(?:production|prod|live)(?:mode|env|environment|enabled)?$/,
  homologation:
    /^(?:is|use|enable)?(?:homologation|homo|test|testing|sandbox)(?:mode|env|environment|enabled)?$/,
};

/** Frameworks' variables for a program's own environment, which may differ from Payline's. */
const programNames =
  /^(?:APP_ENV|APP_ENVIRONMENT|NODE_ENV|SYMFONY_ENV|RAILS_ENV|RACK_ENV|DJANGO_ENV|FLASK_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE)$/;

/**
 * The environment that an entry tells, if any.
 *
 * @param ofPayline the whole file is about Payline, so a bare `PRODUCTION` counts too
 */
export function environmentSign(entry: Entry, ofPayline: boolean): EnvironmentSign | undefined {
  const { address, line, value, constant } = entry;
  const word = value ?? constant;
  const ofOne = environmentInName(address);
  // An entry named for one environment holds that environment's server, whichever is used.
  const host = value === undefined || ofOne ? undefined : signOfHost(value);
  if (host) return { address, line, value: value ?? '', ...host };
  if (!ofPayline && !saysPayline(address)) return undefined;
  const name = bareName(address);
  const flag = environments.find((environment) => flagNames[environment].test(name));
  if (flag === undefined && !wordNames.test(name)) return undefined;
  // `const HOMO = 'HOMO'` names a word without choosing it.
  if (flag && word?.toLowerCase() === name) return undefined;
  if (word === undefined) return { address, line, value: '…', environment: undefined, words: undefined };
  const meaning = flag === undefined ? meaningOfWord(word) : meaningOfAnswer(word, flag);
  if (meaning) return { address, line, value: word, ...meaning };
  // An empty value or a placeholder leaves the choice open; a longer text is not a flag.
  if (isPlaceholder(word) || word.length > 32) return undefined;
  return { address, line, value: word, environment: undefined, words: undefined };
}

/** The environment in a program's own variable: only a hint, as a program in production may still use a test account. */
export function programSign({ address, line, value }: Entry): EnvironmentSign | undefined {
  if (value === undefined || !programNames.test(address)) return undefined;
  const meaning = meaningOfWord(value);
  return meaning && { address, line, value, environment: meaning.environment, words: undefined };
}

const namePatterns: Readonly<Record<Environment, RegExp>> = {
  homologation: /(?:^|[./_-])(?:homologation|homo|test|staging|sandbox|dev|development)(?:$|[./_-])/i,
  production: /(?:^|[./_-])(?:production|prod|live)(?:$|[./_-])/i,
};

/** The one environment that is named in a file's name or an address. */
export function environmentInName(name: string): Environment | undefined {
  const named = environments.filter((environment) => namePatterns[environment].test(name));
  return named.length === 1 ? named[0] : undefined;
}

/** The pair of words that a present word belongs to; an empty one leaves the choice. */
export function wordsFor(word: string): Words | undefined {
  if (word === '') return { homologation: 'HOMO', production: 'PROD' };
  return meaningOfWord(word)?.words;
}

/** Whether a text, such as an address or a file's name, contains Payline or Monext. */
export function saysPayline(text: string): boolean {
  return /payline|monext/i.test(text);
}

/** The name of .NET's `<add key="…" value="…">` and Spring's `<property name="…">`. */
const namedByAttribute = /\[@(?:key|name)="([^"]*)"\](?:\/@\w+|\.value)?$/;

/** `payline.is_live`, `PAYLINE_IS_LIVE`, `$payline_is_live@X` are all `islive`. */
export function bareName(address: string): string {
  const full = namedByAttribute.exec(address)?.[1] ?? address;
  const name = full.replaceAll('"', '').replace(/@.*$/s, '').split(/[.:]/).at(-1) ?? '';
  return name
    .toLowerCase()
    .replace(/^\$/, '')
    .replace(/^.*?(?:payline|monext)[_-]?/, '')
    .replaceAll(/[_-]/g, '');
}

type Meaning = Pick<EnvironmentSign, 'environment' | 'words'>;

function meaningOfWord(value: string): Meaning | undefined {
  const [, before = '', word = ''] = /^((?:[\w\\]+::)?(?:ENV(?:IRONMENT)?_)?)(.*)$/s.exec(value) ?? [];
  const lower = word.toLowerCase();
  if (homologationOnly.has(lower)) return { environment: 'homologation', words: undefined };
  const pair = pairs.find(({ homologation, production }) => lower === homologation || lower === production);
  if (!pair) return undefined;
  const words = mapWords(pair, (each) => `${before}${inCaseOf(word, each)}`);
  return { environment: lower === pair.production ? 'production' : 'homologation', words };
}

function meaningOfAnswer(value: string, flag: Environment): Meaning | undefined {
  const lower = value.toLowerCase();
  const pair = yesNoPairs.find((each) => each.includes(lower));
  if (!pair) return undefined;
  const [yes, no] = pair;
  const isFlag = lower === yes;
  const words = mapWords({ homologation: 'homologation', production: 'production' }, (environment) =>
    inCaseOf(value, environment === flag ? yes : no),
  );
  return { environment: isFlag === (flag === 'production') ? 'production' : 'homologation', words };
}

function signOfHost(value: string): Meaning | undefined {
  const [host] = /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:payline|monext)\.com\b/i.exec(value) ?? [];
  if (host === undefined) return undefined;
  const lower = host.toLowerCase();
  const pair = hosts.find(({ homologation, production }) => lower === homologation || lower === production);
  if (pair) {
    const words = mapWords(pair, (each) => value.replace(host, each));
    return { environment: lower === pair.production ? 'production' : 'homologation', words };
  }
  return /homologation|homo|sandbox|test/.test(lower)
    ? { environment: 'homologation', words: undefined }
    : undefined;
}

function mapWords(words: Words, change: (word: string) => string): Words {
  return { homologation: change(words.homologation), production: change(words.production) };
}

/** Writes a word in the case of another: `PROD`, `Prod` or `prod`. */
function inCaseOf(model: string, word: string): string {
  if (/\p{L}/u.test(model) && model === model.toUpperCase()) return word.toUpperCase();
  const capital = /^\p{Lu}/u.test(model);
  return capital ? `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}` : word;
}
