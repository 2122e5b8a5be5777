import type { Field } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';
import { looksMasked } from '../../shared/mask.ts';
import type { StatusFinding } from './finding.ts';

/** The key that a file holds, as far as it says. Secret: never print it. */
export interface HeldKey {
  readonly accessKey: string;
  readonly merchantId: string | undefined;
}

/**
 * Puts together what a file says of a key in several places.
 *
 * @param findings gets `held-none` where there is no key, `held-disagrees` where the places contradict each other
 */
export function heldKey(
  file: string,
  values: ReadonlyMap<Field, string>,
  findings: StatusFinding[],
): HeldKey | undefined {
  const credentials = values.get('credentials');
  const headers = [values.get('authorization'), credentials && `Basic ${credentials}`];
  const said = headers.filter((header) => header).map((header) => readBasicAuthorization(header ?? ''));
  const accessKeys = present([values.get('accessKey'), ...said.map((each) => each?.accessKey)]);
  const merchantIds = present([values.get('merchantId'), ...said.map((each) => each?.merchantId)]);
  const [accessKey] = accessKeys;
  if (said.includes(undefined) || accessKeys.size > 1 || (said.length > 0 && merchantIds.size > 1)) {
    findings.push({ code: 'held-disagrees', params: { file } });
    return undefined;
  }
  if (accessKey === undefined || looksMasked(accessKey)) {
    findings.push({ code: 'held-none', params: { file } });
    return undefined;
  }
  return { accessKey, merchantId: [...merchantIds][0] };
}

function present(values: readonly (string | undefined)[]): Set<string> {
  return new Set(values.filter((value): value is string => value !== undefined && value !== ''));
}
