import type { KeySummary, Plan, Receipt } from '../../shared/wire.ts';
import type { Attempt } from '../outbox/record.ts';

/** What an installation was asked to be. */
export interface Order extends Attempt {
  readonly captureId: string;
  readonly key: KeySummary;
}

/** Where a plan takes a key, or a receipt says that it is: the files, and the names of what is no file. */
export function targetNames({
  targets,
  external = [],
}: Pick<Receipt, 'targets' | 'external'> | Plan): string[] {
  return [...targets.map(({ file }) => file), ...external.map(({ name }) => name)];
}

/** Says whether a receipt proves that this very key is in exactly the places that were shown. */
export function proves(receipt: Receipt, order: Order): boolean {
  const { key } = receipt;
  const files = targetNames(receipt).toSorted();
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
