import { Refusal } from '../../../shared/refusal.ts';
import type { Params, ParamsOf, TextOf } from '../../../shared/wording.ts';
import type { AllMessages } from '../messages.ts';

/** What `--fix` does about a finding, after showing it. */
export type Repair =
  /** Writes what `connect` writes, for the browsers of the diagnosis. */
  | { readonly kind: 'connect' }
  /** Removes a file of ours, so that a good one can be written. */
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'chmod'; readonly path: string; readonly mode: string }
  /** Restricts the folder of identities to this user, on Windows. */
  | { readonly kind: 'restrict'; readonly path: string }
  | { readonly kind: 'unregister'; readonly dir: string };

/** Something that prevents a key from reaching its files, or could. */
export interface DoctorFinding {
  readonly code: string;
  readonly params: Params;
  /** A note is for information: nothing is wrong. */
  readonly level: 'problem' | 'note';
  readonly repairs: readonly Repair[];
}

/** A problem. Without a repair, only a person can fix it. */
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

/** The repair of an unreadable file of ours: it can be replaced, unless it is a folder. */
export function replacing(reason: string): Repair[] {
  return reason === 'EISDIR' ? [] : [{ kind: 'connect' }];
}

/** Rights that only the owner should have, as digits for `chmod`. */
const privately = /^identity-exposed$/;

/** A step's refusal as a finding. */
export function refused({ code, params }: Pick<Refusal, 'code' | 'params'>): DoctorFinding {
  const { file, mode } = params;
  const repairs: Repair[] =
    privately.test(code) && file !== undefined
      ? [{ kind: 'chmod', path: String(file), mode: String(mode) }]
      : [];
  return { code, params, level: 'problem', repairs };
}

/** A step's findings, or its refusal: a step that fails does not hide the others. */
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
