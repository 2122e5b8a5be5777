import { AccessKey, type Field, looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import { shownOld } from '../install/planned-file.ts';
import type { Journal } from '../machine/records/journal.ts';
import { fingerprintOf } from '../machine/records/known-keys.ts';
import { isPlaceholder } from '../project/placeholder.ts';
import { findingOf, type StatusFinding } from './finding.ts';

/** The key that a file holds, as far as it says. Secret: never print it. */
export interface ClearKey {
  readonly accessKey: string;
  readonly merchantId: string | undefined;
}

/**
 * Puts together what a file says of a key in several places.
 *
 * @param findings gets `held-none` where there is no key, `held-disagrees` where the places contradict each other
 */
export function clearKeyIn(
  file: string,
  values: ReadonlyMap<Field, string>,
  findings: StatusFinding[],
): ClearKey | undefined {
  const credentials = values.get('credentials');
  const headers = [values.get('authorization'), credentials && `Basic ${credentials}`];
  const said = headers.filter((header) => header).map((header) => readBasicAuthorization(header ?? ''));
  const accessKeys = present([values.get('accessKey'), ...said.map((each) => each?.accessKey)]);
  const merchantIds = present([values.get('merchantId'), ...said.map((each) => each?.merchantId)]);
  const [accessKey] = accessKeys;
  if (said.includes(undefined) || accessKeys.size > 1 || (said.length > 0 && merchantIds.size > 1)) {
    findings.push(findingOf('held-disagrees', { file }));
    return undefined;
  }
  if (accessKey === undefined || looksMasked(accessKey) || isPlaceholder(accessKey)) {
    findings.push(findingOf('held-none', { file }));
    return undefined;
  }
  return { accessKey, merchantId: [...merchantIds][0] };
}

function present(values: readonly (string | undefined)[]): Set<string> {
  return new Set(values.filter((value): value is string => value !== undefined && value !== ''));
}

/** What may be shown of a key that was found in a file; `null` for what is not known of it. */
export interface NamedKey {
  readonly masked: string;
  readonly merchantId: string | null;
  readonly reference: string | null;
  readonly fingerprint: string | null;
  /** The environments for which it was installed from this machine. */
  readonly knownAs: readonly Environment[];
}

/** More merchants than this no key is tried with that says none. */
const mostMerchants = 100;

/**
 * Names a key without showing it. A fingerprint covers the merchant too: where the file does not say which, the one is
 * taken with whom the key is known from a receipt, else the first that may be meant.
 *
 * @param merchants whose the key may be, the likeliest first
 * @param others whose it may be as well, asked for where it is known of none of these
 */
export async function nameKey(
  { accessKey, merchantId }: ClearKey,
  merchants: readonly string[],
  others: () => readonly string[],
  journal: Journal,
): Promise<NamedKey> {
  const likely = merchantId === undefined ? [...new Set(merchants)] : [merchantId];
  const named = await namedAs(likely, accessKey, journal);
  const isKnown = merchantId !== undefined || named?.receipts.length;
  const { merchant, print, receipts } = (isKnown ? named : undefined) ??
    (await namedAs([...new Set([...likely, ...others()])].slice(0, mostMerchants), accessKey, journal)) ?? {
      merchant: merchantId,
      print: null,
      receipts: [],
    };
  return {
    masked: shownOld('accessKey', accessKey),
    merchantId: merchant === undefined ? null : shownOld('merchantId', merchant),
    reference: receipts[0]?.key.reference || null,
    fingerprint: print,
    knownAs: [...new Set(receipts.map(({ key }) => key.environment))],
  };
}

interface Named {
  readonly merchant: string;
  readonly print: string;
  /** Of the key, the latest first. */
  readonly receipts: readonly Receipt[];
}

/** The key as one of these merchants', the one that was installed last; else as the first one's. */
async function namedAs(
  merchants: readonly string[],
  accessKey: string,
  journal: Journal,
): Promise<Named | undefined> {
  const named: Named[] = [];
  for (const merchant of merchants) {
    const print = await printOf(merchant, accessKey);
    if (print !== undefined) named.push({ merchant, print, receipts: journal.ofKey(print) });
  }
  const known = named.filter(({ receipts }) => receipts.length > 0);
  const latest = known.toSorted((a, b) => lastOf(b).localeCompare(lastOf(a)))[0];
  return latest ?? named[0];
}

/** When the key was installed last; times in ISO 8601 are in the order of the alphabet. */
function lastOf({ receipts: [latest] }: Named): string {
  return latest?.installed ?? '';
}

/** The fingerprint, or `undefined` of what can be no key. */
async function printOf(merchantId: string, accessKey: string): Promise<string | undefined> {
  try {
    // The environment is not part of a fingerprint.
    return await fingerprintOf(AccessKey.parse({ merchantId, accessKey }, 'homologation'));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
