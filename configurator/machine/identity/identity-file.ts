import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { env } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { readPrivate, repositoryAround } from '../private-file.ts';
import { looksLikeAge } from '../sealed/age-file.ts';
import { errnoOf } from '../system-error.ts';
import { ownIdentities } from './identity.ts';
import { type Identity, unlocked } from './identity-text.ts';
import { identityPassphrase } from './passphrase.ts';

/**
 * The identities that may open a file from another person: those in the file that `CLE_IDENTITY_FILE` names, as
 * `age-keygen` writes it, in clear or sealed to a passphrase; without that variable, this machine's.
 *
 * @throws Refusal `identity-…`, and those of `ownIdentities`
 */
export async function* openingIdentities(): AsyncGenerator<Identity> {
  const { CLE_IDENTITY_FILE } = env;
  yield* CLE_IDENTITY_FILE ? identitiesOf(resolve(CLE_IDENTITY_FILE)) : ownIdentities();
}

async function* identitiesOf(file: string): AsyncGenerator<Identity> {
  const text = await read(file);
  const plain = looksLikeAge(Buffer.from(text)) ? await unlocked(text, await identityPassphrase()) : text;
  if (plain === undefined) throw new Refusal('identity-wrong-passphrase');
  const { identityToRecipient } = await import('age-encryption');
  const lines = plain.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new Refusal('identity-unreadable', { file });
  for (const secretKey of lines) {
    const recipient = await identityToRecipient(secretKey).catch(() => undefined);
    if (!recipient) throw new Refusal('identity-unreadable', { file });
    yield { recipient, secretKey };
  }
}

/** Follows a symbolic link: a person chose the path, and a container's secret is often a link. */
async function read(named: string): Promise<string> {
  try {
    const file = realpathSync.native(named);
    const repository = repositoryAround(dirname(file));
    if (repository !== undefined) throw new Refusal('identity-file-in-git', { file: named, repository });
    return readPrivate(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('identity-file-missing', { file: named, reason: errnoOf(error) });
  }
}
