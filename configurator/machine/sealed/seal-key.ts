import { dirname } from 'node:path';
import type { AccessKey } from '../../../shared/access-key.ts';
import { type SealedKey, type SealFor, sealForOthers } from '../../../shared/seal.ts';
import { createFile, syncFolder } from '../files.ts';
import { MachineRefusal } from '../messages.ts';
import { errnoOf } from '../system-error.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Seals a key for other people, as one armored age file.
 *
 * @param days how long the file stays valid, from now
 * @throws Refusal `recipient-malformed` where one cannot be sealed to
 */
export function sealKey(key: AccessKey, sealFor: SealFor, days: number): Promise<SealedKey> {
  const created = new Date();
  const expires = new Date(created.getTime() + days * day);
  return sealForOthers({ captureId: crypto.randomUUID(), key, created, expires }, sealFor);
}

/**
 * Writes a sealed key to disk, durably; overwrites nothing.
 *
 * @param file its name in refusals
 * @throws Refusal `output-exists`, `output-failed`
 */
export async function writeSealed(path: string, file: string, armored: string): Promise<void> {
  try {
    await createFile(path, armored);
    await syncFolder(dirname(path));
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === 'EEXIST'
      ? new MachineRefusal('output-exists', { file })
      : new MachineRefusal('output-failed', { file, reason });
  }
}
