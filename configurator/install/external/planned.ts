import { Refusal } from '../../../shared/refusal.ts';
import type { ExternalReceipt, ExternalSummary } from '../../../shared/wire.ts';
import { type ExternalTarget, type Given, vaultVariable } from '../../project/project.ts';

const longest = 200;

/** What a target beyond files is called wherever it is shown: its words in the project file, shortened. */
export function nameOf(target: ExternalTarget): string {
  const name =
    target.kind === 'command'
      ? target.argv.map(wordOf).join(' ')
      : `${target.address ?? vaultVariable} ${target.mount}/${target.path}`;
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** The fields that it gets, each once. */
export function fieldsOf(target: ExternalTarget): string[] {
  const given: readonly Pick<Given, 'field'>[] = target.kind === 'command' ? [target.given] : target.settings;
  return [...new Set(given.map(({ field }) => field))];
}

/** A word of a command as it is shown: in quotes where its ends would not be seen. */
export function wordOf(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word);
}

/** What became of taking something back: it is as it was, it is not, or nobody can say. */
export type TakenBack = 'restored' | 'kept' | 'unknown';

/** Something that was done beyond files, or may have been. */
export interface Delivered {
  readonly receipt: ExternalReceipt;
  /** Makes it as it was; left out where that cannot be done. */
  readonly takeBack?: () => Promise<TakenBack>;
}

/** One target beyond files, as it will be done. Holds secrets: never print it. */
export interface PlannedExternal {
  /** What may be shown. */
  readonly summary: ExternalSummary;
  /** The merchants that it names now, as far as can be known. */
  readonly merchants: readonly string[];
  /** Names what will be done and what was found before, for the digest of a plan. */
  readonly state: string;
  /** @throws Refusal where it was not done, which was looked at; what cannot be known is in the receipt */
  deliver(): Promise<Delivered>;
}

/**
 * Does everything beyond files, in order, or nothing: where one cannot be done, those before it are taken back. What cannot
 * be taken back stays, and with it everything as far as it came, for the key is in use there, or may be: the receipts say
 * what was left. Where nobody can say whether one was done, the others are done, as the key may be in use.
 *
 * @throws Refusal of the one that could not be done: nothing is left of the others
 */
export async function deliverAll(planned: readonly PlannedExternal[]): Promise<ExternalReceipt[]> {
  const done: Delivered[] = [];
  for (const [index, each] of planned.entries()) {
    try {
      done.push(await each.deliver());
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('internal');
      const receipts = await takeAllBack(done, refusal.code);
      if (receipts.every(isOut)) throw error;
      return [...receipts, ...planned.slice(index).map(({ summary }) => leftOut(summary, refusal.code))];
    }
  }
  return done.map(({ receipt }) => receipt);
}

function isOut({ change }: ExternalReceipt): boolean {
  return change === 'left' || change === 'unchanged';
}

function leftOut(summary: ExternalSummary | ExternalReceipt, reason: string): ExternalReceipt {
  const { kind, name, fields } = summary;
  return { kind, name, fields, change: 'left', reason };
}

/**
 * Takes back what was done, the last of it first, unless something of it is final. It ends at the first that stays.
 *
 * @returns what became of each, in order
 */
async function takeAllBack(done: readonly Delivered[], reason: string): Promise<ExternalReceipt[]> {
  const receipts = done.map(({ receipt }) => receipt);
  if (done.some(({ takeBack, receipt }) => !takeBack && receipt.change !== 'unchanged')) return receipts;
  for (const [index, { takeBack, receipt }] of [...done.entries()].reverse()) {
    const taken = (await takeBack?.()) ?? 'restored';
    if (taken === 'kept') break;
    if (taken === 'unknown') {
      receipts[index] = { ...receipt, change: 'unknown', reason };
      break;
    }
    if (takeBack) receipts[index] = leftOut(receipt, reason);
  }
  return receipts;
}
