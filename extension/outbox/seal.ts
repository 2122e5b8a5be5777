import type { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { decodePayload, encodePayload, type SealedPayload } from '../../shared/sealed-payload.ts';
import { soleRecipient } from '../host/recipient.ts';
import { openOnDevice, sealAway, sealToDevice } from './age.ts';
import type { StoredCapture } from './record.ts';

/** How a key is sealed while it is kept. */
export type Sealed = Pick<StoredCapture, 'sealed' | 'onlyFor'>;

/** Whether this extension opens it, rather than a configurator alone. */
export function isOwn({ onlyFor }: Pick<Sealed, 'onlyFor'>): boolean {
  return onlyFor === undefined;
}

/** The configurator refuses what has expired; what it alone opens cannot be dated anew when it goes there. */
const never = new Date('9999-12-31T00:00:00Z');

/**
 * Seals a key that is kept: to this extension, or as a person chose to the configurator alone.
 *
 * @throws Refusal `seal-failed` unless it opens again
 */
export async function sealForKeeping(payload: SealedPayload): Promise<Sealed> {
  const onlyFor = await soleRecipient();
  if (onlyFor !== undefined) {
    const sealed = await sealAway(onlyFor, encodePayload({ ...payload, expires: never }));
    return { sealed, onlyFor };
  }
  const plain = encodePayload(payload);
  const sealed = await sealToDevice(plain);
  const opened = new TextDecoder().decode(await openOnDevice(sealed));
  if (opened !== plain) throw new Refusal('seal-failed');
  return { sealed };
}

/**
 * Opens a key that is kept.
 *
 * @throws Refusal `sealed-unreadable`; `capture-sealed-away` where only the configurator opens it
 */
export async function openKept({ sealed, onlyFor }: Sealed): Promise<AccessKey> {
  if (onlyFor !== undefined) throw new Refusal('capture-sealed-away');
  const plain = await openOnDevice(sealed).catch(() => {
    throw new Refusal('sealed-unreadable');
  });
  return decodePayload(new TextDecoder().decode(plain)).key;
}
