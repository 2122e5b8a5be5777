import { looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization } from '../../shared/authorization.ts';

/** The value that an Authorization encodes; `undefined` where it is none, or was made from a masked one. */
export function encodedIn(authorization: string): string | undefined {
  const accessKey = readBasicAuthorization(authorization)?.accessKey;
  return accessKey === undefined || looksMasked(accessKey) ? undefined : accessKey;
}
