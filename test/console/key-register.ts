import { type AccessKeyJson, mask } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { randomText } from './random.ts';

/** When a key may be used. Dates are `YYYY-MM-DD`; an empty `end` is no end. */
export interface Validity {
  active: boolean;
  start: string;
  end: string;
}

/** A key as the list shows it. */
export interface ListedKey extends Validity {
  id: number;
  reference: string;
  masked: string;
}

/** A key as its own page shows it: `recoverable` in homologation only. */
export interface ShownKey extends ListedKey {
  recoverable?: { accessKey: string; authorization: string };
}

export interface KeyPage {
  total: number;
  rows: ListedKey[];
}

/** The three keys of Payline's own description of this page, oldest first. */
const firstKeys = [
  { reference: '', suffix: 'RX8', start: '2015-03-12', end: '' },
  { reference: 'sDKplXjaGus9sTSv4TuB', suffix: 'xml', start: '2020-05-19', end: '' },
  { reference: 'rt2BDISsktLfrvPUqnS', suffix: 'qV8', start: '2021-01-15', end: '2021-01-29' },
];

/**
 * The access keys of one environment, as the console keeps them: in homologation a key can be looked up again, in
 * production only its masked form is kept.
 */
export class KeyRegister {
  readonly #environment: Environment;
  readonly #merchantId: string;
  readonly #keys: ShownKey[] = [];

  /** @param earlier when further keys, older than the first ones, may be used */
  constructor(environment: Environment, merchantId: string, earlier: readonly Validity[] = []) {
    this.#environment = environment;
    this.#merchantId = merchantId;
    for (const validity of earlier) this.create(validity);
    for (const { reference, suffix, start, end } of firstKeys) {
      this.#add(this.#issue(reference, randomText(17) + suffix), { active: true, start, end });
    }
  }

  /** Issues a key; in production its value is never shown again. */
  create(validity: Validity): AccessKeyJson {
    const key = this.#issue(randomText(20), randomText(20));
    this.#add(key, validity);
    return key;
  }

  /** Returns one page of the list, by start date; among those of one day, the key created last comes first. */
  list(page: number, size: number, newestFirst: boolean): KeyPage {
    const sorted = this.#keys.toSorted((a, b) => a.start.localeCompare(b.start) || a.id - b.id);
    if (newestFirst) sorted.reverse();
    const rows = sorted
      .slice(page * size, (page + 1) * size)
      .map(({ recoverable: _secret, ...listed }) => listed);
    return { total: sorted.length, rows };
  }

  find(id: number): ShownKey | undefined {
    return this.#keys.find((key) => key.id === id);
  }

  #add({ reference, accessKey, authorization }: AccessKeyJson, validity: Validity): void {
    this.#keys.push({
      id: this.#keys.length + 1,
      reference,
      masked: mask(accessKey),
      ...validity,
      ...(this.#environment === 'homologation' && { recoverable: { accessKey, authorization } }),
    });
  }

  #issue(reference: string, accessKey: string): AccessKeyJson {
    return {
      environment: this.#environment,
      merchantId: this.#merchantId,
      reference,
      accessKey,
      authorization: basicAuthorization(this.#merchantId, accessKey),
    };
  }
}

/** Written without the code under test, so that a mistake there does not cancel itself out here. */
export function basicAuthorization(merchantId: string, accessKey: string): string {
  return `Basic ${Buffer.from(`${merchantId}:${accessKey}`).toString('base64')}`;
}
