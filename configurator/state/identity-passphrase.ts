import { Refusal } from '../../shared/refusal.ts';

type Ask = () => Promise<string>;

let ask: Ask | undefined;
let answer: Promise<string> | undefined;

/** Says how the passphrase of this machine's identity is asked for in this process; `undefined`: nobody can be asked. */
export function askIdentityPassphraseWith(next: Ask | undefined): void {
  ask = next;
  answer = undefined;
}

/**
 * The passphrase of this machine's identity. A person is asked once.
 *
 * @throws Refusal `identity-locked` where nobody can be asked, and what the asking throws
 */
export function identityPassphrase(): Promise<string> {
  if (!ask) throw new Refusal('identity-locked');
  answer ??= ask();
  return answer;
}
