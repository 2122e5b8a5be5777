import * as v from 'valibot';
import type { Code } from '../../shared/messages.ts';
import type { Params } from '../../shared/refusal.ts';
import type { Plan, Project, Receipt } from '../../shared/wire.ts';
import type { Installed, Waiting } from '../outbox/record.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const captureId = v.pipe(v.string(), v.uuid());

/** Who may send a message: the script in a console's page, or a window of the extension. */
export type Caller = 'console' | 'window';

/** Every message inside the extension: who may send it and what it carries beside `type`. */
export const table = {
  seal: { from: 'console', body: { accessKey: text, authorization: text, reference: text } },
  outbox: { from: 'window', body: {} },
  projects: { from: 'window', body: {} },
  plan: { from: 'window', body: { captureId, project: text } },
  install: { from: 'window', body: { captureId, project: text, digest: text, files: v.array(text) } },
  recall: { from: 'window', body: { captureId } },
  forget: { from: 'window', body: { captureId } },
  open: { from: 'window', body: {} },
} as const satisfies Record<string, { from: Caller; body: v.ObjectEntries }>;

export type MessageType = keyof typeof table;
type Shape<S extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<S, undefined>>;
export type Body<T extends MessageType> = Shape<(typeof table)[T]['body']>;

/** What each message is answered with. */
export interface Answers {
  seal: { masked: string; reference: string };
  outbox: { waiting: Waiting[]; installed: Installed[] };
  projects: { projects: Project[] };
  plan: { plan: Plan };
  install: { receipt: Receipt };
  recall: { receipt: Receipt | null };
  forget: Record<never, never>;
  open: Record<never, never>;
}

/** An answer crosses as a value; the sender throws what was refused. */
export type Answer<T extends MessageType> =
  | { readonly ok: true; readonly value: Answers[T] }
  | { readonly ok: false; readonly code: Code; readonly params: Params };
