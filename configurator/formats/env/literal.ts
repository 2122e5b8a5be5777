import { Refusal } from '../../../shared/refusal.ts';
import type { Dialect, Quote } from './dialect.ts';
import { readStatements } from './statements.ts';

/** Characters that every dialect reads in the same way, quoted or not. */
const plain = /^[\w.~+/=-]*$/;

/** Many readers drop, change or refuse these; tab and line feed are allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const controls = /[\x00-\x08\x0b-\x1f\x7f]/;

/** What may follow in a file: a string left open by a wrongly escaped quote would run on to one of these. */
const following = '\n# \'\n# "\n# `\n';

/** The place of a literal. */
export interface Spot {
  /** The text of its line before it. */
  readonly head: string;
  /** The text of its line after it. */
  readonly tail: string;
  /** The quotes of the value that it replaces, or of its neighbour's; kept where the new value allows. */
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
 * Writes a value so that the dialect's reader gets exactly that value.
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
