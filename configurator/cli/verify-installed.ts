import type { AccessKey } from '../../shared/access-key.ts';
import { WantsAttention } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

interface Wish {
  readonly verify?: boolean;
  readonly yes?: boolean;
}

/**
 * Asks Payline whether the key that was just installed works, if the command line or the person asks for it.
 *
 * @param done what `--json` prints about the installation in any case
 * @throws WantsAttention unless Payline confirms that it works: it is in place anyway
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
