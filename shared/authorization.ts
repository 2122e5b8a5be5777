import { Refusal } from './refusal.ts';

/** Encodes the credentials of HTTP Basic authentication (RFC 7617), without the word `Basic`. */
export function toCredentials(merchantId: string, accessKey: string): string {
  return btoa(`${merchantId}:${accessKey}`);
}

/**
 * Reads an Authorization header's value.
 *
 * @param header `Basic ` and canonical base64 of `merchantId:accessKey`
 * @throws Refusal `key-authorization-malformed` where it is not exactly that; base64 that another encoder would write
 *   differently (URL alphabet, missing padding, stray bits) counts as malformed
 */
export function parseBasicAuthorization(header: string): {
  merchantId: string;
  accessKey: string;
} {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header)?.[1];
  const decoded = encoded === undefined ? undefined : decodeCanonical(encoded);
  const colon = decoded?.indexOf(':') ?? -1;
  if (decoded === undefined || colon < 1 || colon === decoded.length - 1 || !/^[\x21-\x7e]+$/.test(decoded)) {
    throw new Refusal('key-authorization-malformed');
  }
  return {
    merchantId: decoded.slice(0, colon),
    accessKey: decoded.slice(colon + 1),
  };
}

function decodeCanonical(encoded: string): string | undefined {
  try {
    const decoded = atob(encoded);
    return btoa(decoded) === encoded ? decoded : undefined;
  } catch {
    return undefined;
  }
}
