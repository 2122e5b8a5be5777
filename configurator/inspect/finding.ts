import type { messages } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Params, ParamsOf, TextOf } from '../../shared/wording.ts';
import type { reminderMessages } from './messages.ts';

/** Something about a target that a person should look at: a message and the values of its blanks. */
export interface StatusFinding {
  readonly code: string;
  readonly params: Params;
}

type InspectMessages = typeof messages & typeof reminderMessages;

/** Makes the finding of a message. */
export function findingOf<C extends keyof InspectMessages>(
  code: C,
  params: ParamsOf<TextOf<InspectMessages[C]>>,
): StatusFinding {
  return { code, params };
}

/** Runs a step and adds its refusal to the findings, so that one unreadable file does not hide the others. */
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
