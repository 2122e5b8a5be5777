import { createHash } from 'node:crypto';
import type { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';

/** Names a key without showing it, as the extension does too. */
export function fingerprintOf(key: AccessKey): Promise<string> {
  return fingerprint(key, (bytes) => createHash('sha256').update(bytes).digest());
}
