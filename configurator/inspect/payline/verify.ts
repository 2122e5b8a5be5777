import type { AccessKey } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Answer, askPayline, servicesHosts } from './request.ts';
import { type PointOfSale, readSettings } from './settings.ts';

const done = '00000';

/**
 * Judges by an answer whether the key works.
 *
 * @returns the merchant's points of sale, if it does
 * @throws Refusal `verify-refused` if it does not; `verify-server`, `verify-answer`, `verify-result` where the answer does not
 *   tell
 */
export function judge({ status, body }: Answer, host: string): readonly PointOfSale[] {
  if (status === 401) throw new Refusal('verify-refused', { host });
  if (status !== 200) throw new Refusal('verify-server', { host, status });
  const text = decode(body, host);
  if (isUnauthorized(text)) throw new Refusal('verify-refused', { host });
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

/** Payline's REST services report this with status 200. */
function isUnauthorized(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    return (JSON.parse(text) as { title?: unknown }).title === 'Unauthorized';
  } catch {
    return false;
  }
}

/** The result of asking Payline. `unknown` where it could not be asked, or its answer does not tell. */
export type VerificationResult =
  | { readonly outcome: 'works'; readonly pointsOfSale: readonly PointOfSale[] }
  | { readonly outcome: 'refused' | 'unknown'; readonly why: Refusal };

/** Asks Payline whether a key works. */
export async function verify(key: AccessKey): Promise<VerificationResult> {
  try {
    const answer = await askPayline(key);
    return { outcome: 'works', pointsOfSale: judge(answer, servicesHosts[key.environment]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: error.code === 'verify-refused' ? 'refused' : 'unknown', why: error };
  }
}
