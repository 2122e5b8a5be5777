import { Refusal } from '../../shared/refusal.ts';
import { hostRecipient } from '../host/recipient.ts';
import { openOnDevice, sealTo } from '../outbox/age.ts';
import type { StoredCapture } from '../outbox/record.ts';

/**
 * Seals a capture for the host: to the host's own recipient, and to no other.
 *
 * @throws Refusal `sealed-unreadable`, `host-…`
 */
export async function forHost({ sealed }: StoredCapture): Promise<string> {
  const recipient = await hostRecipient();
  const plain = await openOnDevice(sealed).catch(() => {
    throw new Refusal('sealed-unreadable');
  });
  return sealTo(recipient, plain);
}
