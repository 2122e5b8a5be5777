import type { Code } from '../../shared/messages.ts';
import { type Params, Refusal } from '../../shared/refusal.ts';

/** A command looked, as it was asked to, and found something wrong. */
export class FoundWrong extends Refusal {
  /** What `--json` prints beside the refusal. */
  readonly found: object;

  constructor(code: Code, params: Params, found: object) {
    super(code, params);
    this.found = found;
  }
}

/** A command did its work, and something is left that somebody should look at. Has an exit status of its own. */
export class WantsAttention extends FoundWrong {}
