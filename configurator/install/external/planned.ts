import { Refusal } from '../../../shared/refusal.ts';
import type { ExternalReceipt, ExternalSummary } from '../../../shared/wire.ts';
import type { ExternalTarget, Given } from '../../project/project.ts';

const longest = 200;

/** What a target beyond files is called wherever it is shown: its words in the project file, shortened. */
export function nameOf(target: ExternalTarget): string {
  const name =
    target.kind === 'command'
      ? target.argv.map(wordOf).join(' ')
      : `${target.address} ${target.mount}/${target.path}`;
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

/** Something that was done beyond files. */
export interface Delivered {
  readonly receipt: ExternalReceipt;
  /** Makes it as it was; left out where that cannot be done. */
  readonly takeBack?: () => Promise<void>;
}

/** One target beyond files, as it will be done. Holds secrets: never print it. */
export interface PlannedExternal {
  /** What may be shown. */
  readonly summary: ExternalSummary;
  /** The merchants that it names now, as far as can be known. */
  readonly merchants: readonly string[];
  /** Names what will be done and what was found before, for the digest of a plan. */
  readonly state: string;
  /** @throws Refusal where it could not be done: nothing has changed there then, as far as can be known */
  deliver(): Promise<Delivered>;
}

export interface Deliveries {
  readonly external: ExternalReceipt[];
  /** Why a later one could not be done, after one that cannot be taken back. */
  readonly failure?: Refusal;
}

/**
 * Does everything beyond files, in order, or nothing: where one cannot be done, those before it are taken back. After
 * one that cannot be taken back, all stays as far as it came, for the key is already in use there; the failure is given
 * and not thrown, so that the files stay too.
 *
 * @throws Refusal of the one that could not be done; `vault-not-restored`
 */
export async function deliverAll(planned: readonly PlannedExternal[]): Promise<Deliveries> {
  const done: Delivered[] = [];
  for (const each of planned) {
    try {
      done.push(await each.deliver());
    } catch (error) {
      const final = done.filter(({ takeBack, receipt }) => !takeBack && receipt.change !== 'unchanged');
      if (final.length > 0) return { external: receiptsOf(done), failure: unfinished(final, each, error) };
      for (const { takeBack } of done.reverse()) await takeBack?.();
      throw error;
    }
  }
  return { external: receiptsOf(done) };
}

function receiptsOf(done: readonly Delivered[]): ExternalReceipt[] {
  return done.map(({ receipt }) => receipt);
}

function unfinished(final: readonly Delivered[], { summary }: PlannedExternal, error: unknown): Refusal {
  if (!(error instanceof Refusal)) throw error;
  const done = final.map(({ receipt }) => `"${receipt.name}"`).join(', ');
  return new Refusal('external-unfinished', { done, failed: summary.name, reason: error.code });
}
