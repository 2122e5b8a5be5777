import type { messages } from './messages.ts';
import type { Blanks, Messages, Params, TextOf } from './wording.ts';

/** A refusal whose code and blanks were checked where it was first made: throw a `Refusal` in place of it. */
export class AnyRefusal extends Error {
  /** Which message says it. */
  readonly code: string;
  /** The blanks of that message. */
  readonly params: Params;

  constructor(code: string, params: Params = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}

/** Makes refusals that one of these messages says. A blank without a value, or a value without a blank, does not compile. */
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
