import type { AccessKey } from '../../shared/access-key.ts';
import { FoundWrong, WantsAttention } from '../cli/found-wrong.ts';
import { showWorks, tellVerified } from '../cli/show-verified.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import { verify } from '../payline/verify.ts';

/**
 * Goes on only with a key that Payline answers.
 *
 * @param installed it is in place already; else nothing has been changed yet
 * @throws FoundWrong, or WantsAttention for one in place
 */
export async function prove(key: AccessKey, installed: boolean, terminal: Terminal): Promise<void> {
  const verified = await verify(key);
  if (verified.outcome === 'works') return showWorks(verified, terminal);
  const { code, params } = verified.why;
  if (installed) terminal.complain(tell('rotation-undo', terminal.language));
  const Found = installed ? WantsAttention : FoundWrong;
  throw new Found(code, params, tellVerified(verified, terminal));
}
