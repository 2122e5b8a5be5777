import type { Code } from './messages.ts';

/** What fills the blanks of a message: file names, lines, words. Never a value read from a file, never a key. */
export type Params = Readonly<Record<string, string | number>>;

/** A refusal that a person can act on: nothing was changed. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: Code;
  readonly params: Params;

  /**
   * @param code which message of `messages.ts` says it
   * @param params the blanks of that message
   */
  constructor(code: Code, params: Params = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}
