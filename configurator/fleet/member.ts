import type { Code } from '../../shared/messages.ts';
import type { Params } from '../../shared/refusal.ts';

/** What became of one project of many, or will. */
export type Outcome = 'installed' | 'unchanged' | 'to-install' | 'refused' | 'passed-over';

/** One project of many, as it is told. Holds no secret. */
export interface Member {
  /** Its folder. */
  readonly dir: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** How many files were changed, or will be. */
  readonly changed: number;
  /** Why it was refused or passed over. */
  readonly reason?: { readonly code: Code; readonly params: Params };
}
