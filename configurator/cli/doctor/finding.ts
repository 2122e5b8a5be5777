import { Refusal } from '../../../shared/refusal.ts';
import type { Params, ParamsOf, TextOf } from '../../../shared/wording.ts';
import type { AllMessages } from '../messages.ts';

/** What `--fix` does about a finding, once it was shown. */
export type Repair =
  /** Writes what `connect` writes, for the browsers of the diagnosis. */
  | { readonly kind: 'connect' }
  /** Takes a file of ours away, so that a good one can be put there. */
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'chmod'; readonly path: string; readonly mode: string }
  /** Leaves the folder of identities to this user alone, on Windows. */
  | { readonly kind: 'restrict'; readonly path: string }
  | { readonly kind: 'unregister'; readonly dir: string };

/** Something that stands between a key and its files, or may one day. */
export interface DoctorFinding {
  readonly code: string;
  readonly params: Params;
  /** A note is good to know; nothing is wrong because of it. */
  readonly level: 'problem' | 'note';
  readonly repairs: readonly Repair[];
}

/** Something that is wrong. Without a repair only a person can put it right. */
export function problem<C extends keyof AllMessages>(
  code: C,
  params: ParamsOf<TextOf<AllMessages[C]>>,
  ...repairs: readonly Repair[]
): DoctorFinding {
  return { code, params, level: 'problem', repairs };
}

export function note<C extends keyof AllMessages>(
  code: C,
  params: ParamsOf<TextOf<AllMessages[C]>>,
): DoctorFinding {
  return { code, params, level: 'note', repairs: [] };
}

/** What can be done about a file of ours that cannot be read: another may take its place, but not a folder's. */
export function replacing(reason: string): Repair[] {
  return reason === 'EISDIR' ? [] : [{ kind: 'connect' }];
}

/** Rights that anybody but the owner has and should not: digits for `chmod`. */
const privately = /^identity-exposed$/;

/** What a step refused, as a finding. */
export function refused({ code, params }: Pick<Refusal, 'code' | 'params'>): DoctorFinding {
  const { file, mode } = params;
  const repairs: Repair[] =
    privately.test(code) && file !== undefined
      ? [{ kind: 'chmod', path: String(file), mode: String(mode) }]
      : [];
  return { code, params, level: 'problem', repairs };
}

/** What a step finds, or why it refused: one that cannot be done hides nothing else. */
export async function findings(
  step: () => Promise<readonly DoctorFinding[]>,
): Promise<readonly DoctorFinding[]> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Refusal) return [refused(error)];
    throw error;
  }
}
