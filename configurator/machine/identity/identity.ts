import { constants, linkSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Protection as Protected } from '../../../shared/wire.ts';
import { createFile, removeFile, syncFolder, temporaryName } from '../files.ts';
import { type Lock, withLock } from '../lock.ts';
import { privateFolder, readPrivate } from '../private-file.ts';
import { stateSubfolder, usingState, writeDurably } from '../state-folder.ts';
import { errnoOf } from '../system-error.ts';
import {
  type Identity,
  identityIn,
  identityText,
  keeperOf,
  newIdentity,
  type Protection,
  recipientIn,
} from './identity-text.ts';
import { unlockIdentities } from './passphrase.ts';
import { keepFromOthers, type Readers, readersOf } from './readers.ts';

/** The file of this machine's identity, in the folder of identities. */
const currentName = 'current.txt';

const olderName = /^older-([0-9]{8})\.txt$/;

/**
 * The recipient to which keys for this machine are sealed. Its identity is created at first use.
 *
 * @throws Refusal `identity-…` where others can open the identity, or it is inside a git repository; `state-failed` where
 *   it cannot be read or created
 */
export function loadRecipient(): Promise<string> {
  return inFolder(async (folder) => recipientOf(await loadCurrent(folder), join(folder, currentName)));
}

/**
 * The identities that open what was sealed to this machine, now or before `rotateIdentity`. Pass them to age only. Those
 * with a passphrase come last, so that it is asked for only where no other fits.
 *
 * @throws Refusal as `loadRecipient` does; `identity-locked`, `identity-wrong-passphrase`
 */
export async function* ownIdentities(): AsyncGenerator<Identity> {
  const kept = await inFolder(loadAll);
  const open = kept.map(identityIn);
  yield* open.filter((identity) => identity !== undefined);
  yield* unlockIdentities(kept.filter((_, index) => !open[index]));
}

/**
 * Creates a new identity for this machine. The previous one still opens what was sealed to it.
 *
 * @param protection the passphrase to seal the new identity to, if any
 * @returns the new recipient
 * @throws Refusal as `loadRecipient` does
 */
export function rotateIdentity(protection: Protection | undefined): Promise<string> {
  return changing(async (folder, lock) => {
    const identity = await newIdentity();
    const older = `older-${String(lastOlder(folder) + 1).padStart(8, '0')}.txt`;
    await loadCurrent(folder);
    linkSync(join(folder, currentName), join(folder, older));
    await replaceCurrent(folder, await identityText(identity, protection), lock);
    return identity.recipient;
  });
}

/** What protects this machine's identity. */
export interface IdentityGuard {
  /** Who keeps the passphrase that the identity is sealed to. */
  readonly keeper: 'keychain' | 'person' | 'nobody';
  readonly readers: Readers;
  readonly folder: string;
}

/** @throws Refusal as `loadRecipient` does */
export function identityGuard(): Promise<IdentityGuard> {
  return inFolder(async (folder) => ({
    keeper: keeperOf(await loadCurrent(folder)) ?? 'nobody',
    readers: readersOf(folder),
    folder,
  }));
}

/** Who keeps the passphrase of this machine's identity, if anybody. @throws Refusal as `loadRecipient` does */
export function identityKeeper(): Promise<'keychain' | 'person' | undefined> {
  return inFolder(async (folder) => keeperOf(await loadCurrent(folder)));
}

/**
 * What protects this machine's identity, where nobody can be asked: a keychain only counts where it opens the identity now.
 *
 * @throws Refusal as `loadRecipient` does; `keychain-silent` where the keychain does not open it
 */
export function provenProtection(): Promise<Protected> {
  return inFolder(async (folder) => {
    const text = await loadCurrent(folder);
    const keeper = keeperOf(text);
    if (keeper === 'keychain') await firstOf(unlockIdentities([text]));
    return keeper === 'person' ? 'passphrase' : (keeper ?? 'none');
  });
}

/**
 * Seals this machine's identity to a passphrase. The recipient stays.
 *
 * @returns the recipient
 * @throws Refusal as `ownIdentities` does
 */
export function protectIdentity(protection: Protection): Promise<string> {
  return changing(async (folder, lock) => {
    const text = await loadCurrent(folder);
    const identity = identityIn(text) ?? (await firstOf(unlockIdentities([text])));
    await replaceCurrent(folder, await identityText(identity, protection), lock);
    return identity.recipient;
  });
}

function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = stateSubfolder('identities');
  return usingState(folder, () => run(privateFolder(folder)));
}

function changing<T>(run: (folder: string, lock: Lock) => Promise<T>): Promise<T> {
  return withLock((lock) => inFolder((folder) => run(folder, lock)));
}

async function loadCurrent(folder: string): Promise<string> {
  const file = join(folder, currentName);
  return readIfThere(file) ?? (await createCurrent(folder, file));
}

/** The latest first. */
async function loadAll(folder: string): Promise<string[]> {
  const texts = [await loadCurrent(folder)];
  for (const name of olderNames(folder)) {
    const file = join(folder, name);
    const text = readIfThere(file);
    if (text !== undefined) texts.push(text);
  }
  for (const text of texts) recipientOf(text, folder);
  return texts;
}

function olderNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => olderName.test(name))
    .sort()
    .reverse();
}

function lastOlder(folder: string): number {
  const [last = ''] = olderNames(folder);
  return Number(olderName.exec(last)?.[1] ?? 0);
}

function recipientOf(text: string, file: string): string {
  const recipient = recipientIn(text);
  if (recipient === undefined) throw new Refusal('identity-unreadable', { file });
  return recipient;
}

function readIfThere(file: string): string | undefined {
  try {
    return readPrivate(file, constants.O_NOFOLLOW ?? 0);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw new Refusal('identity-unreadable', { file });
  }
}

/** Creates the identity, or takes the one that another process has just created. */
async function createCurrent(folder: string, file: string): Promise<string> {
  keepFromOthers(folder);
  const text = await identityText(await newIdentity());
  const temporary = join(folder, temporaryName());
  await createFile(temporary, text);
  try {
    linkSync(temporary, file);
    await syncFolder(folder);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  } finally {
    removeFile(temporary);
  }
  return readIfThere(file) ?? text;
}

/** The previous identity's new name is flushed to disk before its old one is overwritten. */
async function replaceCurrent(folder: string, text: string, _lock: Lock): Promise<void> {
  await syncFolder(folder);
  await writeDurably(join(folder, currentName), text);
}

async function firstOf<T>(given: AsyncIterable<T>): Promise<T> {
  for await (const one of given) return one;
  throw new Refusal('identity-wrong-passphrase');
}
