import { Refusal } from '../../../shared/refusal.ts';
import { entryIn, type Identity, identityIn, unlocked } from './identity-text.ts';

type Ask = () => Promise<string>;

let ask: Ask | undefined;
let answer: Promise<string> | undefined;

/** Sets how this process asks for the passphrase of this machine's identity; `undefined` where nobody can be asked. */
export function askIdentityPassphraseWith(next: Ask | undefined): void {
  ask = next;
  answer = undefined;
}

/**
 * The passphrase of this machine's identity. It is asked for once.
 *
 * @throws Refusal `identity-locked` where nobody can be asked, and what the prompt throws
 */
export function identityPassphrase(): Promise<string> {
  if (!ask) throw new Refusal('identity-locked');
  answer ??= ask();
  return answer;
}

/**
 * The identities in texts that are sealed to a passphrase: first those whose passphrase the system's keychain keeps, then
 * those for which a person is asked. A text with another passphrase is skipped.
 *
 * @throws Refusal `keychain-…`; `identity-locked` where nobody can be asked, `identity-wrong-passphrase` where the typed
 *   passphrase opens none of them
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
