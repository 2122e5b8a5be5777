import { parse as parseAgain, TomlError } from 'smol-toml';
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';

export type TopLevel = AST.TOMLTopLevelTable;

/** What smol-toml read: tables, arrays and values. */
export type Witness = unknown;

/**
 * Parses TOML 1.1, of which 1.0 is a part, with two parsers: one that knows where everything stands, and one that says
 * what it means.
 *
 * @throws Refusal `file-unparsable` where either refuses the text; keys that are there twice are no TOML
 */
export function parseToml(text: string, { file }: FormatContext): { table: TopLevel; witness: Witness } {
  const refuse = (line: number) => new Refusal('file-unparsable', { file, line, format: 'TOML' });
  try {
    const witness = parseAgain(text, { integersAsBigInt: true });
    return { table: parseTOML(text, { tomlVersion: '1.1' }).body[0], witness };
  } catch (error) {
    if (error instanceof TomlError) throw refuse(error.line);
    if (error instanceof ParseError) throw refuse(error.lineNumber);
    throw error;
  }
}
