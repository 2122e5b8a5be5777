import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../position.ts';

/** Deeper than any configuration, and shallower than what a recursive reading can hold. */
const deepest = 500;

/** Where a text nests too deeply, if it does. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const sign = text[scanner.getTokenOffset()];
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

/**
 * Parses JSON. Comments and a comma after the last member are let through: a reader that takes neither has refused the
 * file already, and they stay as they are.
 *
 * @returns `undefined` for a text of nothing but blanks
 * @throws Refusal `file-unparsable`
 */
export function parseJson(text: string, { file }: FormatContext): Node | undefined {
  if (text.trim() === '') return undefined;
  const errors: ParseError[] = [];
  const deep = tooDeepAt(text);
  const root = deep === undefined ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
  if (root && errors.length === 0) return root;
  const offset = deep ?? errors[0]?.offset ?? 0;
  throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: 'JSON' });
}
