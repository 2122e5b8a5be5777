import { AccessKey, type Field, looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import { shownOld } from '../install/planned-file.ts';
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

/**
 * Names a key without showing it. A fingerprint covers the merchant too: where the file does not say which, the one is
 * taken with whom the key is known from a receipt, else the first that may be meant.
 *
 * @param merchants whose the key may be, the likeliest first
 * @param receipts the latest first
 */
export async function nameKey(
  { accessKey, merchantId }: ClearKey,
  merchants: readonly string[],
  receipts: readonly Receipt[],
): Promise<NamedKey> {
  const candidates = merchantId === undefined ? [...new Set(merchants)] : [merchantId];
  const prints = await Promise.all(candidates.map((merchant) => printOf(merchant, accessKey)));
  const known = receipts.find(({ key }) => prints.includes(key.fingerprint));
  const chosen = known ? prints.indexOf(known.key.fingerprint) : 0;
  const print = prints[chosen] ?? null;
  const merchant = print === null ? merchantId : candidates[chosen];
  const sameKey = receipts.filter(({ key }) => key.fingerprint === print);
  return {
    masked: shownOld('accessKey', accessKey),
    merchantId: merchant === undefined ? null : shownOld('merchantId', merchant),
    reference: known?.key.reference || null,
    fingerprint: print,
    knownAs: [...new Set(sameKey.map(({ key }) => key.environment))],
  };
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
