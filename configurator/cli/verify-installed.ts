import type { AccessKey } from '../../shared/access-key.ts';
import { WantsAttention } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

interface Wish {
  readonly verify?: boolean;
  readonly yes?: boolean;
}

/**
 * Asks Payline whether the key works that has just been installed: where the command line says so, or the person who
 * is asked does.
 *
 * @param done what `--json` prints of the installation in any case
 * @throws WantsAttention where Payline does not say that it works: it is in place all the same
 */
export async function verifyInstalled(
  key: AccessKey,
  { verify: wanted, yes }: Wish,
  done: object,
  terminal: Terminal,
): Promise<object> {
  if (!wanted && (yes || !terminal.interactive || !(await offer(terminal)))) return {};
  const { verify } = await import('../inspect/payline/verify.ts');
  const { showWorks, tellVerified } = await import('./show/verified.ts');
  const verified = await verify(key);
  if (verified.outcome !== 'works') {
    throw new WantsAttention(verified.why, { ...done, verified: tellVerified(verified, terminal) });
  }
  showWorks(verified, terminal);
  return { verified: tellVerified(verified, terminal) };
}

async function offer(terminal: Terminal): Promise<boolean> {
  const { offered } = await import('./prompts.ts');
  return offered(tell('verify-offer', terminal.language), terminal);
}
