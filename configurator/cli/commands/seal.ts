import { resolve } from 'node:path';
import { cwd } from 'node:process';
import { AccessKey } from '../../../shared/access-key.ts';
import { controlCode } from '../../../shared/codes.ts';
import type { Environment } from '../../../shared/environment.ts';
import { parseRecipient, type Recipient } from '../../../shared/recipient.ts';
import type { SealedKey, SealFor } from '../../../shared/seal.ts';
import { sealedFileName } from '../../../shared/sealed-payload.ts';
import { summarizeKey } from '../../install/install.ts';
import { sealKey, writeSealed } from '../../machine/sealed/seal-key.ts';
import type { Work } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readBareKey } from '../key-source.ts';
import { localTime } from '../show/local-time.ts';
import { describeKey } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface SealFlags {
  readonly to?: readonly string[];
  readonly passphrase?: boolean;
  readonly expiresIn?: string;
  readonly output?: string;
  readonly environment?: Environment;
  readonly json?: boolean;
}

const usualDays = 7;
/** A file that is valid for longer would be refused when it is opened. */
const mostDays = 30;

/** `cle seal`: makes a sealed file for `cle apply`, from a key on standard input or a prompt. */
const seal: Work<SealFlags> = async (terminal, flags) => {
  checkFlags(flags, terminal);
  const days = readDays(flags, terminal);
  const recipients = uniqueOf((flags.to ?? []).map(parseRecipient));
  const key = AccessKey.parse(await readBareKey(flags.environment, terminal), flags.environment);
  const sealed = await sealKey(key, await sealFor(recipients, flags, terminal), days);
  const file = flags.output ?? sealedFileName(key);
  await writeSealed(resolve(cwd(), file), file, sealed.armored);
  return showSealed(sealed, file, recipients, terminal);
};

export default seal;

function checkFlags({ to = [], passphrase }: SealFlags, { interactive, language }: Terminal): void {
  const wrong = (key: 'seal-for-whom' | 'seal-for-both' | 'passphrase-unaskable') =>
    new UsageError(tell(key, language), tell(`${key}-next`, language));
  if (to.length === 0 && !passphrase) throw wrong('seal-for-whom');
  if (to.length > 0 && passphrase) throw wrong('seal-for-both');
  if (passphrase && !interactive) throw wrong('passphrase-unaskable');
}

function readDays({ expiresIn }: SealFlags, { language }: Terminal): number {
  if (expiresIn === undefined) return usualDays;
  const days = /^[0-9]{1,2}$/.test(expiresIn) ? Number(expiresIn) : 0;
  if (days >= 1 && days <= mostDays) return days;
  const most = { most: mostDays };
  throw new UsageError(tell('days-wrong', language, most), tell('days-wrong-next', language));
}

function uniqueOf(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((each) => [each.recipient, each])).values()];
}

async function sealFor(
  recipients: readonly Recipient[],
  { passphrase }: SealFlags,
  terminal: Terminal,
): Promise<SealFor> {
  if (!passphrase) return { recipients: recipients.map(({ recipient }) => recipient) };
  const { askNewPassphrase } = await import('../prompts.ts');
  return { passphrase: await askNewPassphrase(terminal) };
}

async function showSealed(
  { key, captureId, expires, confirmationCode }: SealedKey,
  file: string,
  recipients: readonly Recipient[],
  terminal: Terminal,
) {
  const { print, paint, language } = terminal;
  const summary = await summarizeKey(key);
  print(describeKey(summary, terminal));
  const shown = [];
  for (const { name, recipient } of recipients) {
    const code = await controlCode(recipient);
    print(tell('sealed-for', language, { name: name || recipient, code }));
    shown.push({ name, recipient, controlCode: code });
  }
  print(
    paint('green', tell('sealed-file', language, { file, time: localTime(expires.toISOString(), language) })),
  );
  print(tell('confirmation-code', language, { code: paint('bold', confirmationCode) }));
  print(tell('confirmation-code-read-out', language));
  return {
    file,
    captureId,
    key: summary,
    expires: expires.toISOString(),
    recipients: shown,
    confirmationCode,
  };
}
