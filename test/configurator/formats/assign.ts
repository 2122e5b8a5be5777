import { Buffer } from 'node:buffer';
import type { Assignment, Format } from '../../../configurator/formats/format.ts';
import { type Rewrite, rewrite } from '../../../configurator/formats/rewrite.ts';
import { Refusal } from '../../../shared/refusal.ts';

/** Assignments of texts to addresses, as a target makes them for the access key. */
export function assignments(values: Readonly<Record<string, string>>): Assignment[] {
  return Object.entries(values).map(([address, value]) => ({
    address,
    value,
    field: 'accessKey',
    optional: false,
  }));
}

/** Puts values into a text and proves it, as the configurator does. */
export function assign(
  format: Format,
  text: string | Uint8Array,
  values: Readonly<Record<string, string>>,
  dialect?: string,
): Rewrite {
  return rewrite(format, Buffer.from(text as string), assignments(values), { file: 'the-file', dialect });
}

/** The text that `assign` returns. */
export function assigned(
  format: Format,
  text: string,
  values: Readonly<Record<string, string>>,
  dialect?: string,
): string {
  return Buffer.from(assign(format, text, values, dialect).bytes).toString('utf8');
}

/**
 * The refusal that a call ends in: its code, then its blanks.
 *
 * @throws what the call throws where that is no refusal; Error where it throws nothing
 */
export function refusalOf(call: () => unknown): readonly [string, Readonly<Record<string, unknown>>] {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.params];
    throw error;
  }
  throw new Error('nothing was refused');
}
