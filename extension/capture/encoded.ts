import { parseBasicAuthorization } from '../../shared/authorization.ts';
import { looksMasked } from '../../shared/mask.ts';
import { Refusal } from '../../shared/refusal.ts';

/** The value that an Authorization encodes; `undefined` where it is none, or was made from a masked one. */
export function encodedIn(authorization: string): string | undefined {
  try {
    const { accessKey } = parseBasicAuthorization(authorization);
    return looksMasked(accessKey) ? undefined : accessKey;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
