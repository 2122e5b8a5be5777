import { AccessKey, type Field, looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import { shownOld } from '../install/masked-diff.ts';
import type { Journal } from '../machine/records/journal.ts';
import { fingerprintOf } from '../machine/records/known-keys.ts';
import { isPlaceholder } from '../project/placeholder.ts';
import { findingOf, type StatusFinding } from './finding.ts';

/** The key in a file, as far as it is there. It is secret: never print it. */
export interface ClearKey {
  readonly accessKey: string;
  readonly merchantId: string | undefined;
}

/**
 * Combines the parts of a key from several places in a file.
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
  const decoded = headers.filter((header) => header).map((header) => readBasicAuthorization(header ?? ''));
  const accessKeys = present([values.get('accessKey'), ...decoded.map((each) => each?.accessKey)]);
  const merchantIds = present([values.get('merchantId'), ...decoded.map((each) => each?.merchantId)]);
  const [accessKey] = accessKeys;
  if (decoded.includes(undefined) || accessKeys.size > 1 || (decoded.length > 0 && merchantIds.size > 1)) {
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

/** The parts of a key in a file that may be shown; `null` for what is not known. */
export interface NamedKey {
  readonly masked: string;
  readonly merchantId: string | null;
  readonly reference: string | null;
  readonly fingerprint: string | null;
  /** The environments for which it was installed from this machine. */
  readonly knownAs: readonly Environment[];
}

/** The most merchants to try for a key without one. */
const mostMerchants = 100;

/**
 * Names a key without showing it. A fingerprint covers the merchant too: if the file does not name one, it is the merchant
 * with whom a receipt has the key, else the first candidate.
 *
 * @param merchants candidates, the likeliest first
 * @param others further candidates, called only if no receipt has the key with one of these
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

/** The key with the one of these merchants with whom it was installed last; else with the first one. */
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

/** The time of the last installation; ISO 8601 times sort as text. */
function lastOf({ receipts: [latest] }: Named): string {
  return latest?.installed ?? '';
}

/** The fingerprint; `undefined` for an invalid key. */
async function printOf(merchantId: string, accessKey: string): Promise<string | undefined> {
  try {
    // The environment is not part of a fingerprint.
    return await fingerprintOf(AccessKey.parse({ merchantId, accessKey }, 'homologation'));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
