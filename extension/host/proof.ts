import type { KeySummary, Plan, Receipt } from '../../shared/wire.ts';
import type { Attempt } from '../outbox/record.ts';

/** A requested installation. */
export interface RequestedInstallation extends Attempt {
  readonly captureId: string;
  readonly key: KeySummary;
}

/** The targets of a plan or a receipt: the paths of files, and the names of external targets. */
export function targetNames({
  targets,
  external = [],
}: Pick<Receipt, 'targets' | 'external'> | Plan): string[] {
  return [...targets.map(({ file }) => file), ...external.map(({ name }) => name)];
}

/** Whether a receipt proves that this very key is in exactly the places that the person saw. */
export function proves(receipt: Receipt, order: RequestedInstallation): boolean {
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
