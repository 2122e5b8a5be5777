import type { messages } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Params, ParamsOf, TextOf } from '../../shared/wording.ts';
import type { reminderMessages } from './messages.ts';

/** Something of a target that a person should look at: a message and what fills its blanks. */
export interface StatusFinding {
  readonly code: string;
  readonly params: Params;
}

type InspectMessages = typeof messages & typeof reminderMessages;

/** A finding that a message says. */
export function findingOf<C extends keyof InspectMessages>(
  code: C,
  params: ParamsOf<TextOf<InspectMessages[C]>>,
): StatusFinding {
  return { code, params };
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
