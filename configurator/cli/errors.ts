import { AnyRefusal, type Refusal, type RefusalOf } from '../../shared/refusal.ts';
import type { AllMessages } from './messages.ts';

/** The command was called in a way that it cannot be: nothing was done. */
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

/** The person said no. */
export class Cancelled extends Error {}

/** A refusal that any message of the command line may say, those included that never cross the wire. */
export const CommandRefusal: RefusalOf<AllMessages> = AnyRefusal;

/** A command looked, as it was asked to, and found something wrong. */
export class FoundWrong extends AnyRefusal {
  /** What `--json` prints beside the refusal. */
  readonly found: object;

  constructor({ code, params }: Pick<Refusal, 'code' | 'params'>, found: object) {
    super(code, params);
    this.found = found;
  }
}

/** A command did its work, and something is left that somebody should look at. Has an exit status of its own. */
export class WantsAttention extends FoundWrong {}
