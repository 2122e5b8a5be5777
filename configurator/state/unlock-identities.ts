import { Refusal } from '../../shared/refusal.ts';
import { identityPassphrase } from './identity-passphrase.ts';
import { type Identity, identityIn, unlocked } from './identity-text.ts';

/**
 * The identities in texts that a passphrase opens; those that another one locks are passed over.
 *
 * @throws Refusal `identity-locked` where nobody can be asked, `identity-wrong-passphrase` where it opens none of them
 */
export async function* unlockIdentities(texts: readonly string[]): AsyncGenerator<Identity> {
  if (texts.length === 0) return;
  const passphrase = await identityPassphrase();
  let opened = 0;
  for (const text of texts) {
    const identity = identityIn((await unlocked(text, passphrase)) ?? '');
    if (!identity) continue;
    opened += 1;
    yield identity;
  }
  if (opened === 0) throw new Refusal('identity-wrong-passphrase');
}
