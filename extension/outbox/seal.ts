import type { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { decodePayload, encodePayload, type SealedPayload } from '../../shared/sealed-payload.ts';
import { soleRecipient } from '../host/recipient.ts';
import { openOnDevice, sealOnlyTo, sealToDevice } from './age.ts';
import type { StoredCapture } from './record.ts';

/** A sealed key as stored. */
export type SealedKey = Pick<StoredCapture, 'sealed' | 'onlyFor'>;

/** Whether this extension can open it, and not only a configurator. */
export function canOpen({ onlyFor }: Pick<SealedKey, 'onlyFor'>): boolean {
  return onlyFor === undefined;
}

/**
 * For keys that only the configurator opens: it refuses expired files, and these cannot get new dates when they are
 * sent.
 */
const farFuture = new Date('9999-12-31T00:00:00Z');

/**
 * Seals a key for storage: to this extension or, if the person chose so, to the configurator only.
 *
 * @throws Refusal `seal-failed` unless it opens again
 */
export async function sealForKeeping(payload: SealedPayload): Promise<SealedKey> {
  const onlyFor = await soleRecipient();
  if (onlyFor !== undefined) {
    const sealed = await sealOnlyTo(onlyFor, encodePayload({ ...payload, expires: farFuture }));
    return { sealed, onlyFor };
  }
  const plain = encodePayload(payload);
  const sealed = await sealToDevice(plain);
  const opened = new TextDecoder().decode(await openOnDevice(sealed));
  if (opened !== plain) throw new Refusal('seal-failed');
  return { sealed };
}

/**
 * Opens a stored key.
 *
 * @throws Refusal `sealed-unreadable`; `capture-sealed-away` if only the configurator can open it
 */
export async function openKept({ sealed, onlyFor }: SealedKey): Promise<AccessKey> {
  if (onlyFor !== undefined) throw new Refusal('capture-sealed-away');
  const plain = await openOnDevice(sealed).catch(() => {
    throw new Refusal('sealed-unreadable');
  });
  return decodePayload(new TextDecoder().decode(plain)).key;
}
