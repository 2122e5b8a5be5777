import * as v from 'valibot';
import { bare, normalise } from '../capture/text.ts';
import { type Columns, columnsOf } from './columns.ts';
import { dayOf } from './day.ts';
import { type ListedKey, listedKey } from './record.ts';

/** What one page of the list says. */
export interface ReadList {
  readonly keys: readonly ListedKey[];
  /** How many rows could not be read. Nothing of them is guessed. */
  readonly skipped: number;
}

const states: Readonly<Record<string, ListedKey['state']>> = {
  actif: 'active',
  active: 'active',
  inactif: 'inactive',
  inactive: 'inactive',
};

/**
 * Reads the list of keys.
 *
 * @param cells the texts of its cells, headings first
 * @returns `undefined` where it is no list of keys
 */
export function readList([headings = [], ...rows]: readonly (readonly string[])[]): ReadList | undefined {
  const columns = columnsOf(headings);
  if (!columns) return undefined;
  // One day that begins with its month makes every other one doubtful.
  if (rows.some((row) => monthComesFirst(row, columns))) return { keys: [], skipped: rows.length };
  const keys = rows.map((row) => readRow(row, columns)).filter((key) => key !== undefined);
  return { keys, skipped: rows.length - keys.length };
}

function monthComesFirst(row: readonly string[], { start, end }: Columns): boolean {
  return [row[start], row[end]].some((text) => /^\d{2}\/(?:1[3-9]|2\d|3[01])\//.test(cell(text)));
}

function readRow(row: readonly string[], columns: Columns): ListedKey | undefined {
  const end = cell(row[columns.end]);
  const key = {
    id: cell(row[columns.id]),
    reference: cell(row[columns.reference]),
    lastThree: /^[*•●]{3,} ?(\w{3})$/u.exec(cell(row[columns.value]))?.[1],
    start: dayOf(cell(row[columns.start])),
    ...(end && { end: dayOf(end) ?? end }),
    state: states[normalise(cell(row[columns.state]))] ?? 'unknown',
  };
  const parsed = v.safeParse(listedKey, key);
  return parsed.success && !mayBeValue(parsed.output) ? parsed.output : undefined;
}

/** What stands for the reference is shown in clear, so it must not be the key, in a list whose columns were mixed up. */
function mayBeValue({ reference, lastThree }: ListedKey): boolean {
  return reference.length > lastThree.length && reference.endsWith(lastThree);
}

function cell(text = ''): string {
  return bare(text).replace(/\s+/g, ' ');
}
