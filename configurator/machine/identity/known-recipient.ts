import { constants } from 'node:fs';
import { join } from 'node:path';
import { privateFolder, readPrivate } from '../private-file.ts';
import { stateSubfolder } from '../state-folder.ts';
import { recipientIn } from './identity-text.ts';

/** The file of this machine's identity, in the folder of identities. */
export const currentIdentityName = 'current.txt';

/**
 * The recipient of the identity that this machine has already, read in the quickest way.
 *
 * @returns `undefined` where the file is not an identity
 * @throws Refusal `identity-…`; the system's errors, also where there is no identity yet
 */
export function knownRecipient(): string | undefined {
  const folder = privateFolder(stateSubfolder('identities'));
  return recipientIn(readPrivate(join(folder, currentIdentityName), constants.O_NOFOLLOW ?? 0));
}
