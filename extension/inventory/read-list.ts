import * as v from 'valibot';
import { normalise, trimInvisible } from '../capture/text.ts';
import { dayOf } from './days.ts';
import { type ListedKey, listedKey } from './record.ts';

type Column = 'id' | 'reference' | 'value' | 'start' | 'end' | 'state';

/** The headings of the list, normalised. Payline's English ones are not published. */
const headings: Readonly<Record<Column, RegExp>> = {
  id: /^(?:id|identifiant|identifier)$/,
  reference: /^(?:reference(?: externe)?|(?:external )?reference)$/,
  value:
    /^(?:valeur (?:masquee )?de la cle(?: masquee)?|cle masquee|valeur masquee|masked (?:(?:api |access )?key )?value|masked (?:api |access )?key|(?:key )?value masked)$/,
  start: /^(?:date de debut|debut|start(?:ing)? date|start)$/,
  end: /^(?:date de fin|fin|end(?:ing)? date|end|expiry date|expiration date)$/,
  state: /^(?:etat|statut|state|status)$/,
};

/** The columns that a list must have; its state may be missing. */
const neededColumns = ['id', 'reference', 'value', 'start', 'end'] as const;

type Columns = Readonly<Record<(typeof neededColumns)[number], number>> & { readonly state: number };

/**
 * Finds the columns by their headings.
 *
 * @returns their indexes, -1 for a missing state; `undefined` if a needed column is missing or occurs twice
 */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map(plainHeading);
  const at = (column: Column) => {
    const found = names.flatMap((name, index) => (headings[column].test(name) ? [index] : []));
    return found.length === 1 ? (found[0] ?? -1) : -1;
  };
  const columns = {
    id: at('id'),
    reference: at('reference'),
    value: at('value'),
    start: at('start'),
    end: at('end'),
    state: at('state'),
  };
  return neededColumns.every((column) => columns[column] >= 0) ? columns : undefined;
}

/** A normalised heading without its sort arrow, a symbol or an icon name such as `arrow_downward`. */
function plainHeading(heading: string): string {
  return normalise(heading)
    .replace(/\b\w+_\w+\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** The content of one page of the list. */
export interface ReadList {
  readonly keys: readonly ListedKey[];
  /** How many rows could not be read. Nothing is guessed. */
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
 * @returns `undefined` if it is not a list of keys
 */
export function readList([headings = [], ...rows]: readonly (readonly string[])[]): ReadList | undefined {
  const columns = columnsOf(headings);
  if (!columns) return undefined;
  // If one date begins with its month, every other date is ambiguous.
  if (rows.some((row) => hasMonthFirst(row, columns))) return { keys: [], skipped: rows.length };
  const keys = rows.map((row) => readRow(row, columns)).filter((key) => key !== undefined);
  return { keys, skipped: rows.length - keys.length };
}

function hasMonthFirst(row: readonly string[], { start, end }: Columns): boolean {
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

/** Whether the reference may be the key's value, in a list with mixed-up columns: a reference is shown in clear. */
function mayBeValue({ reference, lastThree }: ListedKey): boolean {
  return reference.length > lastThree.length && reference.endsWith(lastThree);
}

function cell(text = ''): string {
  return trimInvisible(text).replace(/\s+/g, ' ');
}
