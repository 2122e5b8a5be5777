import { Refusal } from '../../../shared/refusal.ts';
import type { ExternalReceipt, ExternalSummary } from '../../../shared/wire.ts';
import { type ExternalTarget, type Given, vaultVariable } from '../../project/project.ts';

const longest = 200;

/** The name under which an external target is shown: its words in the project file, shortened. */
export function nameOf(target: ExternalTarget): string {
  const name =
    target.kind === 'command'
      ? target.argv.map(wordOf).join(' ')
      : `${target.address ?? vaultVariable} ${target.mount}/${target.path}`;
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** The fields that a target gets, each once. */
export function fieldsOf(target: ExternalTarget): string[] {
  const given: readonly Pick<Given, 'field'>[] = target.kind === 'command' ? [target.given] : target.settings;
  return [...new Set(given.map(({ field }) => field))];
}

/** A word of a command for display: quoted where it would otherwise be unclear where it ends. */
export function wordOf(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word);
}

/** The result of reverting something: it is as it was before, it is not, or that is not known. */
export type RevertResult = 'restored' | 'kept' | 'unknown';

/** A delivery to an external target that was done, or may have been. */
export interface Delivery {
  readonly receipt: ExternalReceipt;
  /** Restores the previous state; left out where that is impossible. */
  readonly revert?: () => Promise<RevertResult>;
}

/** The planned delivery to one external target. It contains secrets: never print it. */
export interface PlannedExternal {
  /** What may be shown. */
  readonly summary: ExternalSummary;
  /** The merchants that the target names now, as far as is known. */
  readonly merchants: readonly string[];
  /** Identifies what will be done and the state that was found, for the digest of a plan. */
  readonly state: string;
  /** @throws Refusal where it is certain that nothing was done; the receipt tells where that is not known */
  deliver(): Promise<Delivery>;
}

/**
 * Delivers to all external targets in order, or to none: where one fails, those before it are reverted. Where something
 * cannot be reverted, all deliveries so far are kept, as the key is or may be in use there, and the receipts tell what was
 * left out. Where it is not known whether a delivery was done, the others go on, as the key may be in use.
 *
 * @throws Refusal of the delivery that failed, after all others were reverted
 */
export async function deliverAll(planned: readonly PlannedExternal[]): Promise<ExternalReceipt[]> {
  const done: Delivery[] = [];
  for (const [index, each] of planned.entries()) {
    try {
      done.push(await each.deliver());
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('internal');
      const receipts = await revertAll(done, refusal.code);
      if (receipts.every(isNotDelivered)) throw error;
      return [...receipts, ...planned.slice(index).map(({ summary }) => notDelivered(summary, refusal.code))];
    }
  }
  return done.map(({ receipt }) => receipt);
}

function isNotDelivered({ change }: ExternalReceipt): boolean {
  return change === 'left' || change === 'unchanged';
}

function notDelivered(summary: ExternalSummary | ExternalReceipt, reason: string): ExternalReceipt {
  const { kind, name, fields } = summary;
  return { kind, name, fields, change: 'left', reason };
}

/**
 * Reverts deliveries, the last first, unless one of them cannot be reverted. Stops at the first that stays.
 *
 * @returns the receipt of each, in order
 */
async function revertAll(done: readonly Delivery[], reason: string): Promise<ExternalReceipt[]> {
  const receipts = done.map(({ receipt }) => receipt);
  if (done.some(({ revert, receipt }) => !revert && receipt.change !== 'unchanged')) return receipts;
  for (const [index, { revert, receipt }] of [...done.entries()].reverse()) {
    const result = (await revert?.()) ?? 'restored';
    if (result === 'kept') break;
    if (result === 'unknown') {
      receipts[index] = { ...receipt, change: 'unknown', reason };
      break;
    }
    if (revert) receipts[index] = notDelivered(receipt, reason);
  }
  return receipts;
}
