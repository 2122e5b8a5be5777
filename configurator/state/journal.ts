import { open } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Receipt, receiptSchema } from '../../shared/wire.ts';
import { stateFolder } from './folder.ts';
import type { Lock } from './lock.ts';
import { readState } from './read-state.ts';

const fileName = 'journal.jsonl';
const entrySchema = v.pipe(v.string(), v.parseJson(), receiptSchema);

/** Adds a receipt, durably. A receipt names a key by its fingerprint and shows no secret. */
export async function journal(receipt: Receipt, _lock: Lock): Promise<void> {
  const file = await open(join(stateFolder(), fileName), 'a', 0o600);
  try {
    // The line begins with its line end, so that one that a crash cut off does not spoil the next.
    await file.appendFile(`\n${JSON.stringify(receipt)}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every receipt, the latest first. A line that a crash cut off is passed over. */
export async function receipts(): Promise<Receipt[]> {
  const lines = ((await readState(fileName)) ?? '').split('\n').reverse();
  return lines.flatMap((line) => {
    const parsed = v.safeParse(entrySchema, line);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The latest receipt of a capture, or `undefined` where it was never installed here. */
export async function findReceipt(captureId: string): Promise<Receipt | undefined> {
  return (await receipts()).find((receipt) => receipt.captureId === captureId);
}
