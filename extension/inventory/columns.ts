import { normalise } from '../capture/text.ts';

export type Column = 'id' | 'reference' | 'value' | 'start' | 'end' | 'state';

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

export type Columns = Readonly<Record<(typeof needed)[number], number>> & { readonly state: number };

/**
 * Finds which column is which, by the headings.
 *
 * @returns their positions, -1 for a state that is not there; `undefined` where one that is needed is missing or twice
 */
export function columnsOf(cells: readonly string[]): Columns | undefined {
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
