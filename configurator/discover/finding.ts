import type { Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';

/** Why a file is taken for one environment's. */
export type Reason = 'name' | 'word' | 'neither' | 'both';

/** What goes where in a file, as `set:` of the project file says it. */
export type ProposedSet = Readonly<
  Record<string, Field | ({ readonly field: 'environment' } & Readonly<Record<Environment, string>>)>
>;

/** A file that takes a key. */
export interface Finding {
  readonly file: string;
  readonly environments: readonly Environment[];
  readonly reason: Reason;
  /** The kit that the file belongs to, or what goes where. */
  readonly target: { readonly kit: string } | { readonly set: ProposedSet };
  /** The merchant id that stands in it, where it is one. */
  readonly merchant: string | undefined;
}
