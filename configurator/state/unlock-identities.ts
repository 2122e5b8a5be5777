import { Refusal } from '../../shared/refusal.ts';
import { identityPassphrase } from './identity-passphrase.ts';
import { entryIn, type Identity, identityIn, unlocked } from './identity-text.ts';

/**
 * The identities in texts that a passphrase opens: those first whose passphrase the system's keychain keeps, then those
 * for which a person is asked; what another passphrase locks is passed over.
 *
 * @throws Refusal `keychain-…`; `identity-locked` where nobody can be asked, `identity-wrong-passphrase` where what was
 *   typed opens none of them
 */
export async function* unlockIdentities(texts: readonly string[]): AsyncGenerator<Identity> {
  for (const text of texts) {
    const entry = entryIn(text);
    if (entry !== undefined) yield byKeychain(text, entry);
  }
  yield* byPerson(texts.filter((text) => entryIn(text) === undefined));
}

async function byKeychain(text: string, entry: string): Promise<Identity> {
  const { passphraseInKeychain } = await import('./keychain.ts');
  const identity = identityIn((await unlocked(text, await passphraseInKeychain(entry))) ?? '');
  if (!identity) throw new Refusal('keychain-silent');
  return identity;
}

async function* byPerson(texts: readonly string[]): AsyncGenerator<Identity> {
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
