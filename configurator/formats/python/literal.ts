import type { SyntaxNode } from '@lezer/common';
import { computedValue, numberText } from '../literals.ts';
import type { Slot } from '../slot.ts';
import { childrenOf } from './parse.ts';
import { pathOf } from './statements.ts';
import { decodeString, type StringStyle, takeApart, writeString } from './string-literal.ts';

/** For a file without any string. */
const defaultStyle: StringStyle = { prefix: '', quotes: "'" };

/** The style of the file's first string. */
export function styleOfFirst(text: string, root: SyntaxNode): StringStyle {
  for (let statement = root.firstChild; statement; statement = statement.nextSibling) {
    const value = statement.name === 'AssignStatement' ? statement.getChild('String') : null;
    const style = value && styleOf(text, value);
    if (style) return style;
  }
  return defaultStyle;
}

/** The style of a string as a model for its neighbours: one quote, no prefix. */
export function styleOf(text: string, node: SyntaxNode): StringStyle | undefined {
  const quotes = takeApart(text.slice(node.from, node.to))?.quotes;
  return quotes === undefined ? undefined : { prefix: '', quotes: quotes.slice(0, 1) };
}

/** Removes brackets around an expression, which do not change it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.name === 'ParenthesizedExpression') {
    const [, next] = childrenOf(inner);
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

/** The slot of an expression: its value, and how to replace it. */
export function literalSlot(
  text: string,
  node: SyntaxNode,
  style: StringStyle,
): Pick<Slot, 'value' | 'exact' | 'write' | 'variable'> {
  const { from: offset, to, name } = node;
  const source = text.slice(offset, to);
  const replace = (content: string) => [{ offset, length: to - offset, content }];
  const write = (value: string) => replace(writeString(value, style));
  if (name === 'String') {
    const literal = takeApart(source);
    const value = literal && decodeString(literal);
    if (literal && value !== undefined)
      return { value, exact: true, write: (next) => replace(writeString(next, ofSource(source))) };
  }
  if (name === 'Boolean') {
    const words: Record<string, string> = { true: 'True', false: 'False' };
    return {
      value: source.toLowerCase(),
      exact: true,
      write: (value) => replace(words[value] ?? writeString(value, style)),
    };
  }
  if (name === 'Number') return { value: numberText(source), exact: false, write };
  if (name === 'None') return { value: '', exact: false, write };
  const variable = environmentVariable(text, node);
  return computedValue({ variable });
}

/** The style of a literal, with the case of its prefix. */
function ofSource(source: string): StringStyle {
  const { prefix = '', quotes = "'" } = takeApart(source) ?? {};
  return { prefix: source.slice(0, prefix.length), quotes };
}

/** Calls that read an environment variable: Python's own, django-environ's, python-decouple's. */
const environmentCalls = /^(?:(?:os\.)?(?:environ\.get|getenv)|env(?:\.str)?|config)$/;

/** The variable that `os.environ['X']`, `os.getenv('X')` or `env('X')` reads. */
function environmentVariable(text: string, node: SyntaxNode): string | undefined {
  if (node.name === 'MemberExpression') {
    const path = pathOf(text, node);
    return path && /^(?:os\.)?environ$/.test(path.slice(0, -1).join('.')) ? String(path.at(-1)) : undefined;
  }
  const [callee, list] = node.name === 'CallExpression' ? childrenOf(node) : [];
  const [, first] = list ? childrenOf(list) : [];
  if (!callee || first?.name !== 'String' || !environmentCalls.test(text.slice(callee.from, callee.to)))
    return undefined;
  const literal = takeApart(text.slice(first.from, first.to));
  return literal && decodeString(literal);
}
