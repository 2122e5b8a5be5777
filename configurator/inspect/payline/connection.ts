import { Refusal } from '../../../shared/refusal.ts';
import { codeOf, ProxyFailure } from '../../machine/connection.ts';

/** In seconds, for the proxy, the connection and the whole answer together. */
export const longestSeconds = 10;

/** In bytes. Even hundreds of contracts need far less. */
export const largestAnswer = 1024 * 1024;

/** The stage at which a request to Payline failed. */
export type Stage = 'proxy' | 'connection' | 'answer';

/** The refusal for a failed request to Payline. Of a system error it has only the code, as the text may repeat addresses. */
export function failureOf(error: unknown, stage: Stage, host: string): Refusal {
  if (error instanceof Refusal) return error;
  const reason = error instanceof ProxyFailure ? error.reason : codeOf(error);
  if (stage === 'proxy') return new Refusal('verify-proxy', { reason });
  if (reason.startsWith('HPE_')) return new Refusal('verify-answer', { host });
  if (stage === 'connection' && !isNetwork(reason)) return new Refusal('verify-tls', { host, reason });
  return new Refusal('verify-unreachable', { host, reason });
}

/** Whether it is an error of sockets or name resolution; certificate and TLS errors have longer names. */
function isNetwork(code: string): boolean {
  return code !== 'EPROTO' && /^(E[A-Z]+|EAI_[A-Z]+|no answer)$/.test(code);
}
