import * as v from 'valibot';

/** For whom a sealed file is: the name that each colleague had then. */
const addressee = v.strictObject({ recipient: v.string(), name: v.string() });

/** That a capture was sealed for others, and when. It holds no key, no code and no passphrase. */
export const sealing = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  expires: v.pipe(v.string(), v.isoTimestamp()),
  /** None for a passphrase. */
  recipients: v.array(addressee),
});

export type Sealing = v.InferOutput<typeof sealing>;
