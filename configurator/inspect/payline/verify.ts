import type { AccessKey } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Answer, askPayline, servicesHosts } from './ask.ts';
import { type PointOfSale, readSettings } from './settings.ts';

const done = '00000';

/**
 * Reads out of an answer whether the key works.
 *
 * @returns what the merchant has, where it does
 * @throws Refusal `verify-refused` where Payline says that it does not; `verify-server`, `verify-answer`, `verify-result`
 *   where the answer does not tell
 */
export function judge({ status, body }: Answer, host: string): readonly PointOfSale[] {
  if (status === 401) throw new Refusal('verify-refused', { host });
  if (status !== 200) throw new Refusal('verify-server', { host, status });
  const text = decode(body, host);
  if (saysUnauthorized(text)) throw new Refusal('verify-refused', { host });
  const settings = readSettings(text);
  if (settings === undefined) throw new Refusal('verify-answer', { host });
  const { code, pointsOfSale } = settings;
  if (code !== done) throw new Refusal('verify-result', { host, code });
  return pointsOfSale;
}

function decode(body: Buffer, host: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('verify-answer', { host });
  }
}

/** Payline's REST services say so with the status 200. */
function saysUnauthorized(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    return (JSON.parse(text) as { title?: unknown }).title === 'Unauthorized';
  } catch {
    return false;
  }
}

/** What asking Payline came to. `unknown`: it could not be asked, or did not say. */
export type Verified =
  | { readonly outcome: 'works'; readonly pointsOfSale: readonly PointOfSale[] }
  | { readonly outcome: 'refused' | 'unknown'; readonly why: Refusal };

/** Asks Payline whether a key works. */
export async function verify(key: AccessKey): Promise<Verified> {
  try {
    const answer = await askPayline(key);
    return { outcome: 'works', pointsOfSale: judge(answer, servicesHosts[key.environment]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: error.code === 'verify-refused' ? 'refused' : 'unknown', why: error };
  }
}
