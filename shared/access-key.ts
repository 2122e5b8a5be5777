import { parseBasicAuthorization, toCredentials } from './authorization.ts';
import { type Environment, isEnvironment } from './environment.ts';
import type { Code } from './message-codes.ts';
import { Refusal } from './refusal.ts';

/** How the console masks a key in its list: five stars, then the last three characters. */
export function mask(value: string): string {
  return `*****${value.slice(-3)}`;
}

const maskGlyphs = /[*•●∙⋅·‣○◦◌█▪■…＊⁎∗✱✲✳]|\.\.\./u;

/** A run of one letter can mask a value too. A random key has such a run once in about fifty million. */
const maskRuns = /^([xX]|[^A-Za-z0-9])\1{3,}|(.)\2{5,}|^(.)\3+$/u;

/** Whether a text is a masked or shortened value, or a placeholder, rather than a key. Digits alone are never a mask. */
export function looksMasked(value: string): boolean {
  return !/^\d+$/.test(value) && (maskGlyphs.test(value) || maskRuns.test(value));
}

/** The parts of an access key that a target may ask for. */
export const fields = [
  'merchantId',
  'accessKey',
  'reference',
  'authorization',
  'credentials',
  'environment',
] as const;

export type Field = (typeof fields)[number];

/** Fields that authenticate whoever holds them; the others may be shown. */
export const secretFields: ReadonlySet<Field> = new Set(['accessKey', 'authorization', 'credentials']);

/** An access key as JSON: what `cle apply -` reads and what a sealed payload carries. */
export interface AccessKeyJson {
  environment: Environment;
  merchantId: string;
  reference: string;
  accessKey: string;
  authorization: string;
}

const inputNames = ['environment', 'merchantId', 'reference', 'accessKey', 'authorization'] as const;
const longestValue = 200;

/**
 * All fields of one key, checked against each other. The secret parts leave only through `reveal` and
 * `toSecretJson`: printing, logging or serialising an AccessKey shows its masked form.
 */
export class AccessKey {
  readonly environment: Environment;
  readonly merchantId: string;
  readonly reference: string;
  readonly #value: string;

  private constructor(environment: Environment, merchantId: string, reference: string, value: string) {
    this.environment = environment;
    this.merchantId = merchantId;
    this.reference = reference;
    this.#value = value;
  }

  /**
   * Checks a key that arrives from a page, a sealed file or standard input.
   *
   * @param input an object with `accessKey`, `environment`, and at least one of `merchantId` and `authorization`;
   *   `reference` is optional. Leading and trailing spaces, which copying adds, are dropped; inner ones are refused.
   * @param environment used where the input names none
   * @throws Refusal `key-…` where a part is missing, masked, not printable ASCII, or where the parts disagree
   */
  static parse(input: unknown, environment?: Environment): AccessKey {
    const parts = readParts(input);
    const named = parts.environment ?? environment;
    if (!isEnvironment(named)) throw new Refusal('key-environment-unknown');
    if (!parts.accessKey) throw new Refusal('key-value-missing');
    checkCharacters(parts.accessKey, 'accessKey');
    const merchantId = agreedMerchantId(parts.merchantId, parts.accessKey, parts.authorization);
    checkCharacters(merchantId, 'merchantId');
    const reference = parts.reference ?? '';
    if (!/^[\x20-\x7e]*$/.test(reference)) throw new Refusal('key-characters', { field: 'reference' });
    return new AccessKey(named, merchantId, reference, parts.accessKey);
  }

  /** The value as the console's list shows it. */
  get masked(): string {
    return mask(this.#value);
  }

  /** What is unusual about this key, though not wrong: Payline publishes no rule for its length or characters. */
  get warnings(): Code[] {
    const found: Code[] = [];
    if (!/^[A-Za-z0-9]{18,20}$/.test(this.#value)) found.push('key-unusual');
    if (!/^[0-9]{9,14}$/.test(this.merchantId)) found.push('merchant-unusual');
    return found;
  }

  /** The plain text of one field, secret or not. Call it only where it is written into a target. */
  reveal(field: Field): string {
    switch (field) {
      case 'accessKey':
        return this.#value;
      case 'authorization':
        return `Basic ${toCredentials(this.merchantId, this.#value)}`;
      case 'credentials':
        return toCredentials(this.merchantId, this.#value);
      default:
        return this[field];
    }
  }

  /** Every field in clear, for sealing only. */
  toSecretJson(): AccessKeyJson {
    return {
      environment: this.environment,
      merchantId: this.merchantId,
      reference: this.reference,
      accessKey: this.#value,
      authorization: this.reveal('authorization'),
    };
  }

  toJSON(): Record<string, string> {
    const { environment, merchantId, reference, masked } = this;
    return { environment, merchantId, reference, masked };
  }

  toString(): string {
    return this.masked;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `AccessKey(${this.masked})`;
  }
}

type Parts = Partial<Record<(typeof inputNames)[number], string>>;

function readParts(input: unknown): Parts {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Refusal('key-malformed');
  const parts: Parts = {};
  for (const [name, value] of Object.entries(input)) {
    const known = inputNames.find((candidate) => candidate === name);
    // The name is not repeated: it may be a key that was pasted in the wrong place.
    if (known === undefined) throw new Refusal('key-unknown-field', { fields: inputNames.join(', ') });
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') throw new Refusal('key-not-text', { field: known });
    if (value.length > longestValue * 2) throw new Refusal('key-too-long', { field: known });
    parts[known] = value.trim();
  }
  return parts;
}

function checkCharacters(value: string, field: 'accessKey' | 'merchantId'): void {
  if (looksMasked(value)) throw new Refusal('key-masked', { field });
  if (!/^[\x21-\x7e]+$/.test(value)) throw new Refusal('key-characters', { field });
  if (value.length > longestValue) throw new Refusal('key-too-long', { field });
  // RFC 7617: the first colon of a Basic credential ends the user's name.
  if (field === 'merchantId' && value.includes(':')) throw new Refusal('key-characters', { field });
}

function agreedMerchantId(merchantId: string | undefined, accessKey: string, authorization?: string): string {
  if (!authorization) {
    if (!merchantId) throw new Refusal('key-merchant-missing');
    return merchantId;
  }
  const decoded = parseBasicAuthorization(authorization);
  if (decoded.accessKey !== accessKey || (merchantId && decoded.merchantId !== merchantId)) {
    throw new Refusal('key-authorization-mismatch');
  }
  return decoded.merchantId;
}
