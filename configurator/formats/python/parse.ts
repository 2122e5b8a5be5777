import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { indentBefore, lineAt } from '../lines.ts';
import { isWholeString } from './string-literal.ts';

/** The format in error messages. */
export const title = 'Python';

/** Python itself allows 200 nested brackets. */
const deepest = 400;

// By default the parser continues after an error, and guesses.
const strict = parser.configure({ strict: true });

/**
 * Parses Python 3.
 *
 * @returns the node of the whole file
 * @throws Refusal `file-unparsable` with the line
 */
export function parsePython(text: string, { file }: FormatContext): SyntaxNode {
  const refuse = (offset: number): never => {
    throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: title });
  };
  const tree = parseStrictly(text, refuse);
  let depth = 0;
  tree.iterate({
    enter: ({ name, from, to, type }) => {
      if (++depth > deepest || type.isError || name === 'PrintStatement') refuse(from);
      if (/^(?:Format)?String$/.test(name) && !isWholeString(text.slice(from, to))) refuse(from);
    },
    leave: () => {
      depth--;
    },
  });
  for (let statement = tree.topNode.firstChild; statement; statement = statement.nextSibling) {
    // The parser ignores the first line's indentation, which is an error in Python.
    if (statement.name !== 'Comment' && indentBefore(text, statement.from) !== '') refuse(statement.from);
  }
  return tree.topNode;
}

function parseStrictly(text: string, refuse: (offset: number) => never) {
  try {
    // Python skips a form feed on a line of its own, the parser does not.
    return strict.parse(text.replace(/^\f+(?=[\r\n])/gm, (feeds) => ' '.repeat(feeds.length)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(Number(/\d+$/.exec(error.message)?.[0] ?? 0));
  }
}

/** Whether a word is a valid variable name. */
export function isName(word: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(word)) return false;
  try {
    return strict.parse(`${word} = 0\n`).topNode.firstChild?.firstChild?.name === 'VariableName';
  } catch {
    return false;
  }
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}
