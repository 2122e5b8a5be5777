import { Refusal } from '../../../shared/refusal.ts';
import { codeOf, ProxyFailure } from '../../machine/connection.ts';

/** In seconds, for everything: the proxy, the connection, and the whole answer. */
export const longestSeconds = 10;

/** In bytes. A merchant with hundreds of contracts stays far below. */
export const largestAnswer = 1024 * 1024;

/** Where an exchange with Payline stood when it failed. */
export type Stage = 'proxy' | 'connection' | 'answer';

/** Says why Payline could not be asked. The system's error is named by its code only: its text may repeat addresses. */
export function failureOf(error: unknown, stage: Stage, host: string): Refusal {
  if (error instanceof Refusal) return error;
  const reason = error instanceof ProxyFailure ? error.reason : codeOf(error);
  if (stage === 'proxy') return new Refusal('verify-proxy', { reason });
  if (reason.startsWith('HPE_')) return new Refusal('verify-answer', { host });
  if (stage === 'connection' && !isNetwork(reason)) return new Refusal('verify-tls', { host, reason });
  return new Refusal('verify-unreachable', { host, reason });
}

/** The errors of sockets and names; those of certificates and of TLS have longer names. */
function isNetwork(code: string): boolean {
  return code !== 'EPROTO' && /^(E[A-Z]+|EAI_[A-Z]+|no answer)$/.test(code);
}
