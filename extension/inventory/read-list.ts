import * as v from 'valibot';
import { bare, normalise } from '../capture/text.ts';
import { dayOf } from './days.ts';
import { type ListedKey, listedKey } from './record.ts';

type Column = 'id' | 'reference' | 'value' | 'start' | 'end' | 'state';

/** The headings of the list, as `normalise` leaves them. Payline's English ones are not published. */
const headings: Readonly<Record<Column, RegExp>> = {
  id: /^(?:id|identifiant|identifier)$/,
  reference: /^(?:reference(?: externe)?|(?:external )?reference)$/,
  value:
    /^(?:valeur (?:masquee )?de la cle(?: masquee)?|cle masquee|valeur masquee|masked (?:(?:api |access )?key )?value|masked (?:api |access )?key|(?:key )?value masked)$/,
  start: /^(?:date de debut|debut|start(?:ing)? date|start)$/,
  end: /^(?:date de fin|fin|end(?:ing)? date|end|expiry date|expiration date)$/,
  state: /^(?:etat|statut|state|status)$/,
};

/** A list without a state is a list all the same. */
const needed = ['id', 'reference', 'value', 'start', 'end'] as const;

type Columns = Readonly<Record<(typeof needed)[number], number>> & { readonly state: number };

/**
 * Finds which column is which, by the headings.
 *
 * @returns their positions, -1 for a state that is not there; `undefined` where one that is needed is missing or twice
 */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map(plain);
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
  return needed.every((column) => columns[column] >= 0) ? columns : undefined;
}

/** Without the arrow of sorting, be it a sign or the name of an icon as `arrow_downward`. */
function plain(heading: string): string {
  return normalise(heading)
    .replace(/\b\w+_\w+\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

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
