import { Refusal } from '../../../shared/refusal.ts';
import type { Dialect, Quote } from './dialect.ts';
import { readStatements } from './statements.ts';

/** Characters that every dialect reads alike, in all quotes and without. */
const plain = /^[\w.~+/=-]*$/;

/** Half of the readers drop, change or refuse them; tab and line feed are not among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const controls = /[\x00-\x08\x0b-\x1f\x7f]/;

/** What may follow in a file: a quote that was escaped by mistake would run on to one of these. */
const following = '\n# \'\n# "\n# `\n';

/** Where a literal goes. */
export interface Spot {
  /** Its line up to it. */
  readonly head: string;
  /** Its line after it. */
  readonly tail: string;
  /** What encloses the value that it replaces, or its neighbour's; kept where the new value allows. */
  readonly quote: Quote | undefined;
}

function readsBack({ head, tail }: Spot, literal: string, value: string, dialect: Dialect): boolean {
  const text = head + literal + tail + following;
  try {
    const { variables } = readStatements(text, dialect, { file: '', dialect: dialect.word });
    const read = variables[0]?.value;
    return variables.length === 1 && read?.value === value && read.end === head.length + literal.length;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Writes a value so that a dialect's consumer reads the same.
 *
 * @returns `undefined` where the dialect cannot hold the value
 */
export function writeLiteral(value: string, dialect: Dialect, spot: Spot): string | undefined {
  if (controls.test(value)) return undefined;
  const keeps = spot.quote !== undefined && (spot.quote !== '' || plain.test(value));
  for (const quote of keeps ? [spot.quote, ...dialect.quotes] : dialect.quotes) {
    const body = dialect.encode(value, quote);
    const literal = body === undefined ? undefined : quote + body + quote;
    if (literal !== undefined && readsBack(spot, literal, value, dialect)) return literal;
  }
  return undefined;
}
