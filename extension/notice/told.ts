import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(400));
const held = v.boolean();

/** What the script in a console's page wants to tell the person of, for the background to find the words. */
export const told = v.variant('name', [
  v.strictObject({ name: v.picklist(['reading', 'failed', 'orphaned']), held }),
  v.strictObject({ name: v.literal('unreadable'), held, code: text }),
  v.strictObject({ name: v.literal('sealed'), masked: text, reference: text }),
  v.strictObject({ name: v.picklist(['lost', 'offered', 'unrecoverable']) }),
]);

export type Told = v.InferOutput<typeof told>;

/** What the page shows. `style` is for the box that it stands in. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly isAlert: boolean;
  readonly style: string;
}
