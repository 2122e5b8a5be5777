import * as v from 'valibot';
import type { Recipient } from '../../shared/recipient.ts';

/** A colleague whom keys are sealed for, as stored. A recipient is public: nothing here is a secret. */
export const keptRecipient = v.strictObject({
  v: v.literal(1),
  recipient: v.pipe(v.string(), v.startsWith('age1')),
  name: v.string(),
}) satisfies v.GenericSchema<Recipient>;
