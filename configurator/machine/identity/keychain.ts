import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid, platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { systemEnvironment, systemProgram } from '../access-rules.ts';
import { createFile } from '../files.ts';
import { MachineRefusal } from '../messages.ts';
import { currentTree, type Ended, findProgram, type Run, run } from '../programs.ts';
import { stateSubfolder } from '../state-folder.ts';
import { errnoOf } from '../system-error.ts';
import type { Protection } from './identity-text.ts';

/** In milliseconds: a locked keychain asks its owner in a window of its own. */
const longest = 60_000;

type Start = (run: Run) => Promise<Ended>;

/** Keeps a passphrase for this user. The passphrase is never an argument, which other users could read. */
interface Keychain {
  store(entry: string, passphrase: string): Promise<void>;
  /** `undefined` where the keychain returns none. */
  lookUp(entry: string): Promise<string | undefined>;
}

/**
 * Creates a passphrase and stores it in the system's keychain.
 *
 * @throws Refusal `keychain-unavailable`
 */
export async function protectionByKeychain(keychain = keychainOf()): Promise<Protection> {
  const passphrase = randomBytes(32).toString('base64url');
  const entry = randomUUID();
  await keychain.store(entry, passphrase);
  // Read back before it is used: an identity whose passphrase was not kept would be lost.
  if ((await keychain.lookUp(entry)) !== passphrase) throw new MachineRefusal('keychain-unavailable');
  return { passphrase, entry };
}

/** The passphrase in an entry of the keychain. @throws Refusal `keychain-silent` */
export async function passphraseInKeychain(entry: string, keychain = keychainOf()): Promise<string> {
  const passphrase = await keychain.lookUp(entry);
  if (!passphrase) throw new Refusal('keychain-silent');
  return passphrase;
}

/** The keychain of a system. @throws Refusal `keychain-unavailable` */
export function keychainOf(system: NodeJS.Platform = platform, start: Start = run): Keychain {
  switch (system) {
    case 'linux':
      return secretService(start);
    case 'darwin':
      return keychainOfMac(start);
    case 'win32':
      return dataProtection(start);
    default:
      throw new MachineRefusal('keychain-unavailable');
  }
}

const limits = { longest, largest: 4096 };

/** The Secret Service of Linux, through `secret-tool`. */
function secretService(start: Start): Keychain {
  const attributes = (entry: string) => ['application', 'cle-en-main', 'entry', entry];
  const ask = (args: readonly string[], input: string) => {
    const program = findProgram('secret-tool', [currentTree()]);
    if (program === undefined) throw new MachineRefusal('keychain-unavailable');
    const { HOME, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR, LANG } = env;
    const session = { HOME, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR, LANG, ...bus() };
    return start({ program, args, env: session, input, ...limits });
  };
  return {
    async store(entry, passphrase) {
      // ASCII: the program reads its arguments in the session's encoding, which may be unset.
      await ask(['store', '--label=cle-en-main', ...attributes(entry)], passphrase);
    },
    async lookUp(entry) {
      const { how, output } = await ask(['lookup', ...attributes(entry)], '');
      return how === 0 ? output : undefined;
    },
  };
}

/** The host's environment does not name the session bus. */
function bus(): Readonly<Record<string, string>> {
  const { DBUS_SESSION_BUS_ADDRESS } = env;
  return {
    DBUS_SESSION_BUS_ADDRESS: DBUS_SESSION_BUS_ADDRESS ?? `unix:path=/run/user/${getuid?.()}/bus`,
  };
}

/**
 * The login keychain of macOS, through `security`. With `-i` it reads its commands from standard input: other users could
 * read an argument. Source: security(1), `-i`, `add-generic-password`, `find-generic-password -w`.
 */
function keychainOfMac(start: Start): Keychain {
  const { HOME } = env;
  const ask = (args: readonly string[], input = '') =>
    start({ program: '/usr/bin/security', args, env: { HOME }, input, ...limits });
  const named = (entry: string) => ['-a', 'cle-en-main', '-s', `cle-en-main-${entry}`];
  return {
    async store(entry, passphrase) {
      await ask(['-i'], `add-generic-password ${named(entry).join(' ')} -w ${passphrase}\n`);
    },
    async lookUp(entry) {
      const { how, output } = await ask(['find-generic-password', ...named(entry), '-w']);
      return how === 0 ? output.replace(/\n$/, '') : undefined;
    },
  };
}

/**
 * The data protection of Windows (DPAPI), through the PowerShell that every Windows has. Only the same user can decrypt what
 * it returns, wherever that is stored; here, beside the identity. Source: Microsoft's pages on `ProtectedData` and on
 * `powershell.exe -EncodedCommand`, which takes base64 of UTF-16LE.
 */
function dataProtection(start: Start): Keychain {
  const file = (entry: string) => join(stateSubfolder('identities'), `${entry}.dpapi`);
  const ask = async (script: string, input: string) => {
    const program = systemProgram('WindowsPowerShell', 'v1.0', 'powershell.exe');
    const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand'];
    const args = [...words, Buffer.from(script, 'utf16le').toString('base64')];
    const { APPDATA, LOCALAPPDATA } = env;
    const own = { ...systemEnvironment(), APPDATA, LOCALAPPDATA };
    const { how, output } = await start({ program, args, env: own, input, ...limits });
    return how === 0 ? output.trim() : undefined;
  };
  return {
    async store(entry, passphrase) {
      const kept = await ask(protect, passphrase);
      if (!kept) throw new MachineRefusal('keychain-unavailable');
      await createFile(file(entry), `${kept}\n`);
    },
    async lookUp(entry) {
      const kept = readIfThere(file(entry));
      return kept && ask(unprotect, kept.trim());
    },
  };
}

const stopAtFirstError = "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Security; ";

const protect = `${stopAtFirstError}$plain = [Text.Encoding]::ASCII.GetBytes([Console]::In.ReadToEnd())
$kept = [Security.Cryptography.ProtectedData]::Protect($plain, $null, 'CurrentUser')
[Console]::Out.Write([Convert]::ToBase64String($kept))`;

const unprotect = `${stopAtFirstError}$kept = [Convert]::FromBase64String([Console]::In.ReadToEnd())
$plain = [Security.Cryptography.ProtectedData]::Unprotect($kept, $null, 'CurrentUser')
[Console]::Out.Write([Text.Encoding]::ASCII.GetString($plain))`;

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
