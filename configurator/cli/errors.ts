import { AnyRefusal, type Refusal, type RefusalOf } from '../../shared/refusal.ts';
import type { AllMessages } from './messages.ts';

/** The command was used wrongly; nothing was done. */
export class UsageError extends Error {
  /** What to do instead. */
  readonly next: string;

  /** @param message what is wrong, in the person's language, as is `next` */
  constructor(message: string, next: string) {
    super(message);
    this.name = 'UsageError';
    this.next = next;
  }
}

/** The person declined or interrupted. */
export class Cancelled extends Error {}

/** A refusal with any message of the command line, including those that never cross the wire. */
export const CommandRefusal: RefusalOf<AllMessages> = AnyRefusal;

/** A command that checks something found a problem. */
export class FoundWrong extends AnyRefusal {
  /** What `--json` prints besides the refusal. */
  readonly found: object;

  constructor({ code, params }: Pick<Refusal, 'code' | 'params'>, found: object) {
    super(code, params);
    this.found = found;
  }
}

/** A command did its work, but something wants attention. It has an exit status of its own. */
export class WantsAttention extends FoundWrong {}
