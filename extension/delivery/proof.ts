import type { KeySummary, Receipt } from '../../shared/wire.ts';
import type { Attempt } from '../outbox/record.ts';

/** What an installation was asked to be. */
export interface Order extends Attempt {
  readonly captureId: string;
  readonly key: KeySummary;
}

/** Says whether a receipt proves that this very key is in exactly the files that were shown. */
export function proves(receipt: Receipt, order: Order): boolean {
  const { key } = receipt;
  const files = receipt.targets.map((target) => target.file).toSorted();
  return (
    receipt.captureId === order.captureId &&
    receipt.project === order.project &&
    key.fingerprint === order.key.fingerprint &&
    key.environment === order.key.environment &&
    key.merchantId === order.key.merchantId &&
    files.length > 0 &&
    files.join('\n') === [...order.files].toSorted().join('\n')
  );
}
