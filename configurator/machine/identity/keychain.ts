import { randomBytes, randomUUID } from 'node:crypto';
import { env, getuid, platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { MachineRefusal } from '../messages.ts';
import { currentTree, findProgram, run } from '../programs.ts';
import type { Protection } from './identity-text.ts';

/** A keychain that is locked asks its owner in a window of its own. */
const longest = 60_000;

/**
 * Makes a passphrase that the system's keychain keeps: the Secret Service of Linux, by its own program.
 *
 * @throws Refusal `keychain-unavailable`
 */
export async function protectionByKeychain(): Promise<Protection> {
  const passphrase = randomBytes(32).toString('base64url');
  const entry = randomUUID();
  // ASCII: the program reads its arguments in the session's encoding, which may be none.
  const label = '--label=cle-en-main';
  await ask(['store', label, ...attributes(entry)], passphrase);
  // Only what comes back was kept: an identity that nobody can open any more is lost.
  if ((await lookUp(entry)) !== passphrase) throw new MachineRefusal('keychain-unavailable');
  return { passphrase, entry };
}

/** The passphrase in an entry of the keychain. @throws Refusal `keychain-silent` */
export async function passphraseInKeychain(entry: string): Promise<string> {
  const passphrase = await lookUp(entry);
  if (!passphrase) throw new Refusal('keychain-silent');
  return passphrase;
}

async function lookUp(entry: string): Promise<string | undefined> {
  const { how, output } = await ask(['lookup', ...attributes(entry)], '');
  return how === 0 ? output : undefined;
}

function attributes(entry: string): string[] {
  return ['application', 'cle-en-main', 'entry', entry];
}

function ask(words: readonly string[], input: string) {
  const program = platform === 'linux' ? findProgram('secret-tool', [currentTree()]) : undefined;
  if (program === undefined) throw new MachineRefusal('keychain-unavailable');
  const { HOME, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR, LANG } = env;
  const session = { HOME, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR, LANG, ...bus() };
  return run({ program, args: words, env: session, input, longest, largest: 4096 });
}

/** The host starts with an environment that does not say where the session's bus is. */
function bus(): Readonly<Record<string, string>> {
  const { DBUS_SESSION_BUS_ADDRESS } = env;
  return {
    DBUS_SESSION_BUS_ADDRESS: DBUS_SESSION_BUS_ADDRESS ?? `unix:path=/run/user/${getuid?.()}/bus`,
  };
}
