import { nameContracts } from '../../inspect/payline/settings.ts';
import type { VerificationResult } from '../../inspect/payline/verify.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

/** Prints Payline's answer about a key that works. */
export function showWorks(
  { pointsOfSale }: Extract<VerificationResult, { outcome: 'works' }>,
  { print, paint, language }: Terminal,
): void {
  print(paint('green', tell('verify-works', language)));
  for (const { label, contracts, more } of pointsOfSale.map(nameContracts)) {
    const rest = more > 0 ? [tell('verify-more', language, { rest: more })] : [];
    print(`  ${label}: ${[...contracts, ...rest].join(', ') || '-'}`);
  }
}

/** An outcome in `--json`. */
export function tellVerified(verified: VerificationResult, { language }: Terminal): object {
  if (verified.outcome === 'works') return verified;
  const { outcome, why } = verified;
  const { what: message, next } = say(why.code, why.params, language);
  return { outcome, code: why.code, params: why.params, message, next };
}
