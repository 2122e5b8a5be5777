import { hostname, userInfo } from 'node:os';
import { controlCode } from '../../../shared/codes.ts';
import { formatRecipient, nameFrom } from '../../../shared/recipient.ts';
import {
  identityKeeper,
  loadRecipient,
  protectIdentity,
  rotateIdentity,
} from '../../machine/identity/identity.ts';
import type { Protection } from '../../machine/identity/identity-text.ts';
import type { Work } from '../command.ts';
import { UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface RecipientFlags {
  readonly name?: string;
  readonly rotate?: boolean;
  readonly passphrase?: boolean;
  readonly keychain?: boolean;
  readonly json?: boolean;
}

/** `cle recipient`: prints the recipient for a colleague to seal to, and the code by which the two compare it. */
const showRecipient: Work<RecipientFlags> = async (terminal, flags) => {
  const { print, paint, language } = terminal;
  const name = (flags.name ?? nameFrom(nameOfMachine())) || 'cle';
  // An invalid name is refused before anything is changed.
  formatRecipient({ recipient: '', name });
  const recipient = await chosenRecipient(flags, terminal);
  const text = formatRecipient({ recipient, name });
  const code = await controlCode(recipient);
  print(text);
  print(tell('control-code', language, { code: paint('bold', code) }));
  if (terminal.interactive) await showQr(text, terminal);
  if (flags.rotate) print(tell('recipient-rotated', language));
  if (flags.keychain) print(tell('recipient-in-keychain', language));
  if (flags.passphrase) print(tell('recipient-protected', language));
  return { recipient, name, text, controlCode: code };
};

export default showRecipient;

/** Draws the light modules, so that it is right on a dark terminal without colours too. */
async function showQr(text: string, { print, paint }: Terminal): Promise<void> {
  const { renderUnicodeCompact } = await import('uqr');
  const drawn = renderUnicodeCompact(text, { border: 2 });
  for (const line of drawn.split('\n')) print(paint(['whiteBright', 'bgBlack'], line));
}

async function chosenRecipient(flags: RecipientFlags, terminal: Terminal): Promise<string> {
  const protection = await chosenProtection(flags, terminal);
  if (flags.rotate) return rotateIdentity(protection);
  return protection ? protectIdentity(protection) : loadRecipient();
}

/** A new identity is protected at least as well as the previous one. */
async function chosenProtection(
  { rotate, passphrase, keychain }: RecipientFlags,
  terminal: Terminal,
): Promise<Protection | undefined> {
  const { language } = terminal;
  if (passphrase && keychain) {
    throw new UsageError(tell('guard-both', language), tell('guard-both-next', language));
  }
  const asked = passphrase || keychain;
  const keeper = rotate && !asked ? await identityKeeper() : undefined;
  if (passphrase || keeper === 'person') return { passphrase: await newPassphrase(terminal) };
  if (!keychain && keeper !== 'keychain') return undefined;
  const { protectionByKeychain } = await import('../../machine/identity/keychain.ts');
  return protectionByKeychain();
}

async function newPassphrase(terminal: Terminal): Promise<string> {
  const { interactive, language } = terminal;
  if (!interactive) {
    throw new UsageError(tell('passphrase-unaskable', language), tell('passphrase-unaskable-next', language));
  }
  const { askNewPassphrase } = await import('../prompts.ts');
  return askNewPassphrase(terminal);
}

/** In a container the user may have no name. */
function nameOfMachine(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return hostname();
  }
}
