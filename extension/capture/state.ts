import type { Code } from '../../shared/messages.ts';

/** What becomes of one pop-up. `held` says that a press which would have closed it was held. */
export type State =
  | { readonly name: 'reading'; readonly held: boolean }
  | { readonly name: 'unreadable'; readonly held: boolean; readonly code: Code }
  | { readonly name: 'failed' | 'orphaned'; readonly held: boolean }
  | { readonly name: 'sealed'; readonly masked: string; readonly reference: string }
  | { readonly name: 'lost' };
