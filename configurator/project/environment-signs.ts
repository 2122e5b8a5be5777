import { type Environment, environments } from '../../shared/environment.ts';
import type { Entry } from '../formats/format.ts';
import { isPlaceholder } from './placeholder.ts';

/** What a place of a file calls each environment. */
export type Words = Readonly<Record<Environment, string>>;

/** An entry that says which environment a file is for. */
export interface EnvironmentSign {
  readonly address: string;
  readonly line: number;
  /** What stands there: a word, a yes or no, a constant or the address of a server; never a secret. */
  readonly said: string;
  /** `undefined`: it speaks of an environment, and not in a way that can be told. */
  readonly environment: Environment | undefined;
  /** What to write there for each environment; `undefined` where that is not known. */
  readonly words: Words | undefined;
}

/** Pairs of words in small letters; the first that has a word is meant. `HOMO`, `PROD`, `…_CC`: `PaylineSDK.php`. */
const pairs: readonly Words[] = [
  { homologation: 'homo', production: 'prod' },
  { homologation: 'homo_cc', production: 'prod_cc' },
  { homologation: 'homologation', production: 'production' },
  { homologation: 'test', production: 'production' },
  { homologation: 'sandbox', production: 'production' },
  { homologation: 'test', production: 'live' },
];

/** Words that mean homologation to a program, and do not tell what it calls production. */
const elsewhere: ReadonlySet<string> = new Set([
  'dev',
  'development',
  'int',
  'integration',
  'local',
  'staging',
  'recette',
  'preprod',
]);

/** Yes, then no. */
const answers: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['1', '0'],
  ['yes', 'no'],
  ['on', 'off'],
];

/** Says whether two words mean the same to a program: case, and the ways to say yes and no, make no difference. */
export function isSameWord(word: string, other: string): boolean {
  return canonical(word) === canonical(other);
}

function canonical(word: string): string {
  const lower = word.toLowerCase();
  const pair = answers.find((each) => each.includes(lower));
  return pair ? (answers[0]?.[pair.indexOf(lower)] ?? lower) : lower;
}

/** Payline's own servers (kit sources: `PaylineSDK.php`, `Utils.java`, and the REST API's documentation). */
const hosts: readonly Words[] = [
  { homologation: 'homologation.payline.com', production: 'services.payline.com' },
  { homologation: 'homologation-cc.payline.com', production: 'services-cc.payline.com' },
  { homologation: 'homologation-webpayment.payline.com', production: 'webpayment.payline.com' },
  { homologation: 'homologation-payment.payline.com', production: 'payment.payline.com' },
  // As integrations of the payment widget load it.
  { homologation: 'homologation-payment.cdn.payline.com', production: 'payment.cdn.payline.com' },
  { homologation: 'homologation-admin.payline.com', production: 'admin.payline.com' },
  { homologation: 'api-sandbox.retail.monext.com', production: 'api.retail.monext.com' },
];

const wordNames = /^(?:environment|environnement|env|mode|runmode|context|platform|stage)$/;
const yesNames: Readonly<Record<Environment, RegExp>> = {
  production: /^(?:is|use|enable)?(?:production|prod|live)(?:mode|env|environment|enabled)?$/,
  homologation:
    /^(?:is|use|enable)?(?:homologation|homo|test|testing|sandbox)(?:mode|env|environment|enabled)?$/,
};

/** Names by which frameworks tell a program's own environment, whatever it does with Payline. */
const programNames =
  /^(?:APP_ENV|APP_ENVIRONMENT|NODE_ENV|SYMFONY_ENV|RAILS_ENV|RACK_ENV|DJANGO_ENV|FLASK_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE)$/;

/**
 * What an entry says of the environment, where it says something.
 *
 * @param ofPayline the whole file is Payline's, so that a bare `PRODUCTION` means it too
 */
export function environmentSign(entry: Entry, ofPayline: boolean): EnvironmentSign | undefined {
  const { address, line, value, constant } = entry;
  const said = value ?? constant;
  const ofOne = environmentInName(address);
  // Where each environment's server has a name of its own, none of the two says which is used.
  const host = value === undefined || ofOne ? undefined : signOfHost(value);
  if (host) return { address, line, said: value ?? '', ...host };
  if (!ofPayline && !saysPayline(address)) return undefined;
  const name = bareName(address);
  const flag = environments.find((environment) => yesNames[environment].test(name));
  if (flag === undefined && !wordNames.test(name)) return undefined;
  // `const HOMO = 'HOMO'` gives a word its name, and chooses none.
  if (flag && said?.toLowerCase() === name) return undefined;
  if (said === undefined) return { address, line, said: '…', environment: undefined, words: undefined };
  const meaning = flag === undefined ? meaningOfWord(said) : meaningOfAnswer(said, flag);
  if (meaning) return { address, line, said, ...meaning };
  // An empty one, or one to be filled in, leaves the choice; a longer text is something else than a flag.
  if (isPlaceholder(said) || said.length > 32) return undefined;
  return { address, line, said, environment: undefined, words: undefined };
}

/** What a program's own variable says: a hint only, for a program in production may still use a test account. */
export function programSign({ address, line, value }: Entry): EnvironmentSign | undefined {
  if (value === undefined || !programNames.test(address)) return undefined;
  const meaning = meaningOfWord(value);
  return meaning && { address, line, said: value, environment: meaning.environment, words: undefined };
}

const namePatterns: Readonly<Record<Environment, RegExp>> = {
  homologation: /(?:^|[./_-])(?:homologation|homo|test|staging|sandbox|dev|development)(?:$|[./_-])/i,
  production: /(?:^|[./_-])(?:production|prod|live)(?:$|[./_-])/i,
};

/** The one environment that a file's name or an address speaks of. */
export function environmentInName(name: string): Environment | undefined {
  const named = environments.filter((environment) => namePatterns[environment].test(name));
  return named.length === 1 ? named[0] : undefined;
}

/** The words for the environments that go with the one that stands in a place; an empty one leaves the choice. */
export function wordsFor(word: string): Words | undefined {
  if (word === '') return { homologation: 'HOMO', production: 'PROD' };
  return meaningOfWord(word)?.words;
}

/** Says whether a text, an address or the name of a file, names Payline or Monext. */
export function saysPayline(text: string): boolean {
  return /payline|monext/i.test(text);
}

/** The name by which .NET's `<add key="…" value="…">` and Spring's `<property name="…">` are told apart. */
const namedByAttribute = /\[@(?:key|name)="([^"]*)"\](?:\/@\w+|\.value)?$/;

/** `payline.is_live`, `PAYLINE_IS_LIVE`, `$payline_is_live@X` are all `islive`. */
export function bareName(address: string): string {
  const said = namedByAttribute.exec(address)?.[1] ?? address;
  const name = said.replaceAll('"', '').replace(/@.*$/s, '').split(/[.:]/).at(-1) ?? '';
  return name
    .toLowerCase()
    .replace(/^\$/, '')
    .replace(/^.*?(?:payline|monext)[_-]?/, '')
    .replaceAll(/[_-]/g, '');
}

type Meaning = Pick<EnvironmentSign, 'environment' | 'words'>;

function meaningOfWord(said: string): Meaning | undefined {
  const [, before = '', word = ''] = /^((?:[\w\\]+::)?(?:ENV(?:IRONMENT)?_)?)(.*)$/s.exec(said) ?? [];
  const lower = word.toLowerCase();
  if (elsewhere.has(lower)) return { environment: 'homologation', words: undefined };
  const pair = pairs.find(({ homologation, production }) => lower === homologation || lower === production);
  if (!pair) return undefined;
  const words = mapWords(pair, (each) => `${before}${inCaseOf(word, each)}`);
  return { environment: lower === pair.production ? 'production' : 'homologation', words };
}

function meaningOfAnswer(said: string, flag: Environment): Meaning | undefined {
  const lower = said.toLowerCase();
  const pair = answers.find((each) => each.includes(lower));
  if (!pair) return undefined;
  const [yes, no] = pair;
  const isFlag = lower === yes;
  const words = mapWords({ homologation: 'homologation', production: 'production' }, (environment) =>
    inCaseOf(said, environment === flag ? yes : no),
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

/** Writes a word as another is written: `PROD`, `Prod` or `prod`. */
function inCaseOf(model: string, word: string): string {
  if (/\p{L}/u.test(model) && model === model.toUpperCase()) return word.toUpperCase();
  const capital = /^\p{Lu}/u.test(model);
  return capital ? `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}` : word;
}
