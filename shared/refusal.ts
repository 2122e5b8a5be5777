import type { messages } from './messages.ts';
import type { Blanks, Messages, Params, TextOf } from './wording.ts';

/** A refusal with an unchecked code and blanks. Throw a `Refusal`, whose code and blanks the compiler checks. */
export class AnyRefusal extends Error {
  /** The message's code. */
  readonly code: string;
  /** What fills the message's blanks. */
  readonly params: Params;

  constructor(code: string, params: Params = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}

/** The constructor of refusals for one table of messages. A blank without a value, or a value without a blank, does not compile. */
export type RefusalOf<M extends Messages> = new <C extends keyof M & string>(
  code: C,
  ...params: Blanks<TextOf<M[C]>>
) => AnyRefusal;

/**
 * A refusal that a person can act on: nothing was changed. Anything else that is thrown is a bug.
 *
 * @alias
 */
export const Refusal: RefusalOf<typeof messages> = AnyRefusal;
export type Refusal = AnyRefusal;
