import { Refusal } from './refusal.ts';

/** Encodes the credentials of HTTP Basic authentication (RFC 7617), without the word `Basic`. */
export function toCredentials(merchantId: string, accessKey: string): string {
  return btoa(`${merchantId}:${accessKey}`);
}

/** The two halves of HTTP Basic credentials. */
interface BasicCredentials {
  readonly merchantId: string;
  readonly accessKey: string;
}

/**
 * Reads an Authorization header's value.
 *
 * @param header `Basic ` and canonical base64 of `merchantId:accessKey`
 * @returns `undefined` where it is not exactly that; base64 that another encoder would write differently (URL alphabet,
 *   missing padding, stray bits) counts as malformed
 */
export function readBasicAuthorization(header: string): BasicCredentials | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header)?.[1];
  const decoded = encoded && decodeCanonical(encoded);
  const [, merchantId, accessKey] = /^([\x21-\x39\x3b-\x7e]+):([\x21-\x7e]+)$/.exec(decoded ?? '') ?? [];
  return merchantId && accessKey ? { merchantId, accessKey } : undefined;
}

/** As `readBasicAuthorization`. @throws Refusal `key-authorization-malformed` where it is not exactly that */
export function parseBasicAuthorization(header: string): BasicCredentials {
  const credentials = readBasicAuthorization(header);
  if (!credentials) throw new Refusal('key-authorization-malformed');
  return credentials;
}

function decodeCanonical(encoded: string): string | undefined {
  try {
    const decoded = atob(encoded);
    return btoa(decoded) === encoded ? decoded : undefined;
  } catch {
    return undefined;
  }
}
