import type { Code } from '../../shared/messages.ts';
import { type Params, Refusal } from '../../shared/refusal.ts';

/** Something of a target that a person should look at: a message and what fills its blanks. */
export interface StatusFinding {
  readonly code: Code;
  readonly params: Params;
}

/** Collects as findings what steps refuse, so that one file that cannot be read hides no other. */
export async function finding<T>(
  findings: StatusFinding[],
  step: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.push({ code: error.code, params: error.params });
    return undefined;
  }
}
