import type { SyntaxNode } from '@lezer/common';
import type { FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import type { Elsewhere } from '../other-form.ts';
import { itemsOf } from './dictionary.ts';
import { unwrap } from './literal.ts';
import { childrenOf, parsePython } from './parse.ts';
import { pathOf } from './statements.ts';
import { decodeString, takeApart } from './string-literal.ts';

/** Functions that look a name up, with a default where it has no value. */
const lookups = /(?:^|\.)(?:env(?:\.\w+)?|environ\.get|getenv|config|get\w*|has\w*|pop)$/;

/**
 * Every name that gets a value anywhere in a file: dictionary items, keyword arguments, arguments of calls
 * (`os.environ.setdefault('NAME', …)`), members of objects, also inside functions.
 */
export function namesElsewhere(text: string, context: FormatContext): Elsewhere[] {
  const lineAt = lineIndex(text);
  const found: Elsewhere[] = [];
  const waiting: [SyntaxNode, readonly string[]][] = [[parsePython(text, context), []]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, above] = next;
    const named = namedIn(text, node);
    const owner = ownerOf(text, node);
    for (const { name, value } of named) {
      const inner = unwrap(value);
      const names = [...above, ...owner, name];
      if (inner.name === 'DictionaryExpression') waiting.push([inner, names]);
      else found.push({ names, line: lineAt(value.from) });
    }
    const values = named.map(({ value }) => value.from);
    for (const child of childrenOf(node)) {
      const isNamed = values.includes(child.from) && child.name === 'DictionaryExpression';
      if (!isNamed) waiting.push([child, node.name === 'ArgList' ? ownerOf(text, node.parent) : []]);
    }
  }
  return found;
}

/** The dictionary that a call fills: `X.update(…)`, `X = dict(…)`. */
function ownerOf(text: string, call: SyntaxNode | null): readonly string[] {
  if (call?.name !== 'CallExpression') return [];
  const [callee] = childrenOf(call);
  const calleeText = callee ? text.slice(callee.from, callee.to) : '';
  const updated = /^([\w.]+)\.(?:update|setdefault)$/.exec(calleeText)?.[1];
  const [target] = calleeText === 'dict' && call.parent ? childrenOf(call.parent) : [];
  const assigned = target && text.slice(target.from, target.to);
  return (updated ?? (assigned && /^[\w.]+$/.test(assigned) ? assigned : undefined))?.split('.') ?? [];
}

interface Named {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** The names and values that a node defines. */
function namedIn(text: string, node: SyntaxNode): Named[] {
  if (node.name === 'DictionaryExpression') {
    return itemsOf(text, node).items.flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, value }],
    );
  }
  if (node.name === 'AssignStatement') return assigned(text, node);
  if (node.name !== 'CallExpression') return [];
  const [callee, list] = childrenOf(node);
  const looksUp = callee && lookups.test(text.slice(callee.from, callee.to));
  return list && !looksUp ? argumentsOf(text, childrenOf(list).slice(1, -1)) : [];
}

function assigned(text: string, statement: SyntaxNode): Named[] {
  const [target] = childrenOf(statement);
  const value = statement.lastChild;
  const name = target?.name === 'MemberExpression' ? pathOf(text, target)?.at(-1) : undefined;
  return typeof name === 'string' && value ? [{ name, value }] : [];
}

/** `NAME=value`, and a string that names the last argument. */
function argumentsOf(text: string, parts: readonly SyntaxNode[]): Named[] {
  const found: Named[] = [];
  for (const [index, { name, from, to }] of parts.entries()) {
    const value = parts[index + 2];
    const sign = parts[index + 1];
    if (!value || !sign) continue;
    const source = text.slice(from, to);
    if (name === 'VariableName' && text.slice(sign.from, sign.to) === '=')
      found.push({ name: source, value });
    const literal = name === 'String' && sign.name === ',' ? takeApart(source) : undefined;
    const said = literal && decodeString(literal);
    if (said !== undefined) found.push({ name: said, value });
  }
  return found;
}
