import { constants, type Stats } from 'node:fs';
import { access, link, lstat, open, realpath, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { createFile } from '../disk/create-file.ts';
import { errnoOf } from '../disk/errno.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { temporaryName } from '../disk/temporary-name.ts';
import { stateSubfolder } from './folder.ts';
import { usingState } from './using-state.ts';

/** The form that `age-keygen` writes, so that the `age` command can use the file too. */
const identityText = /^# public key: (age1[0-9a-z]+)\n(AGE-SECRET-KEY-1[0-9A-Z]+)\n$/m;

/**
 * The recipient to which keys for this machine are sealed; its identity is made at first use.
 *
 * @throws Refusal `identity-…` where the identity is not this user's alone, or lies inside a git repository;
 *   `state-failed` where the system does not let it be read or made
 */
export async function loadRecipient(): Promise<string> {
  return (await loadIdentity()).recipient;
}

/** The secret half: for the input of age only. Throws as `loadRecipient` does. */
export async function loadSecretKey(): Promise<string> {
  return (await loadIdentity()).secretKey;
}

interface Identity {
  readonly recipient: string;
  readonly secretKey: string;
}

async function loadIdentity(): Promise<Identity> {
  const folder = stateSubfolder('identities');
  return usingState(folder, async () => readIdentity(await checkedFolder(folder)));
}

async function readIdentity(folder: string): Promise<Identity> {
  const file = join(folder, 'current.txt');
  const text = (await readPrivate(file)) ?? (await makeIdentity(folder, file));
  const [, recipient, secretKey] = identityText.exec(text) ?? [];
  if (recipient === undefined || secretKey === undefined) throw new Refusal('identity-unreadable', { file });
  return { recipient, secretKey };
}

async function checkedFolder(path: string): Promise<string> {
  const folder = await realpath(path);
  checkPrivate(await lstat(folder), folder, '700');
  const repository = await repositoryAround(folder);
  if (repository !== undefined) throw new Refusal('identity-in-git', { folder, repository });
  return folder;
}

async function repositoryAround(folder: string): Promise<string | undefined> {
  try {
    // A folder in a main work tree, a file in a linked one and in a submodule.
    await access(join(folder, '.git'));
    return folder;
  } catch (error) {
    errnoOf(error);
  }
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

async function readPrivate(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      checkPrivate(await file.stat(), path, '600');
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw new Refusal('identity-unreadable', { file: path });
  }
}

/** Windows keeps a profile's files from other users by itself; its modes say nothing. */
function checkPrivate({ uid, mode }: Stats, file: string, wanted: string): void {
  if (getuid === undefined) return;
  if (uid !== getuid()) throw new Refusal('identity-foreign', { file });
  if ((mode & 0o077) !== 0) throw new Refusal('identity-exposed', { file, mode: wanted });
}

/** Makes the identity, or takes the one that another process has made meanwhile. */
async function makeIdentity(folder: string, file: string): Promise<string> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const secretKey = await generateX25519Identity();
  const text = `# public key: ${await identityToRecipient(secretKey)}\n${secretKey}\n`;
  const temporary = join(folder, temporaryName());
  await createFile(temporary, text);
  try {
    await link(temporary, file);
    await syncFolder(folder);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(temporary);
  }
  return (await readPrivate(file)) ?? text;
}
