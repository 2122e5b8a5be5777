import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Refusal } from '../../../../shared/refusal.ts';
import type { VaultAccess } from './access.ts';

/** In milliseconds, for one request and its answer. */
const longest = 10_000;
const largestAnswer = 1024 * 1024;

export interface VaultCall {
  readonly address: string;
  /** Below `/v1/`. */
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
}

export interface VaultAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Speaks to a Vault once. TLS is verified; a redirection is not followed, for it would take the token elsewhere.
 *
 * @throws Refusal `vault-failed` where there is no whole answer within ten seconds
 */
export async function vaultRequest(call: VaultCall, access: VaultAccess): Promise<VaultAnswer> {
  try {
    return await exchange(call, access);
  } catch (error) {
    throw vaultFailed(call.address, reasonOf(error));
  }
}

/** @param reason one word: an error's code, or a status of HTTP */
export function vaultFailed(address: string, reason: string): Refusal {
  return new Refusal('vault-failed', { address, reason });
}

function exchange(
  { address, path, method, body }: VaultCall,
  { token, namespace, authority }: VaultAccess,
): Promise<VaultAnswer> {
  const url = new URL(`/v1/${path.split('/').map(encodeURIComponent).join('/')}`, address);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const headers = {
    'X-Vault-Token': token,
    'X-Vault-Request': 'true',
    ...(namespace !== undefined && { 'X-Vault-Namespace': namespace }),
    ...(payload !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(payload) }),
  };
  const options = { method, headers, agent: false as const, signal: AbortSignal.timeout(longest) };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, ...(authority !== undefined && { ca: authority }) })
        : requestHttp(url, options);
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > largestAnswer) request.destroy(new Error('too large'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
      response.on('aborted', () => reject(new Error('cut off')));
    });
    request.end(payload);
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return 'timeout';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
}
