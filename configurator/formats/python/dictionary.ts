import type { SyntaxNode } from '@lezer/common';
import { indentOf } from '../lines.ts';
import { addMembers } from '../members.ts';
import type { Path } from '../path-address.ts';
import type { Branch, Container } from '../tree/tree.ts';
import { styleOf, unwrap } from './literal.ts';
import { childrenOf } from './parse.ts';
import { decodeString, type StringStyle, takeApart, writeString } from './string-literal.ts';

/** One item of a dictionary. */
export interface Item {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
  /** `undefined` where the key is not a literal: `**others`, a variable. */
  readonly name: string | undefined;
}

/** A dictionary's items, and the comma after the last one. */
export function itemsOf(
  text: string,
  dictionary: SyntaxNode,
): { items: Item[]; trailingComma: number | undefined } {
  const items: Item[] = [];
  let trailingComma: number | undefined;
  let parts: SyntaxNode[] = [];
  for (const child of childrenOf(dictionary).slice(1)) {
    if (child.name !== ',' && child.name !== '}') {
      parts.push(child);
      continue;
    }
    const item = itemOf(text, parts);
    if (item) items.push(item);
    if (child.name === ',') trailingComma = child.from;
    else if (item) trailingComma = undefined;
    parts = [];
  }
  return { items, trailingComma };
}

function itemOf(text: string, parts: readonly SyntaxNode[]): Item | undefined {
  const [key, sign, value] = parts;
  if (!key) return undefined;
  if (sign?.name !== ':' || !value) return { key, value: parts.at(-1) ?? key, name: undefined };
  return { key, value: unwrap(value), name: nameOf(text, key) };
}

function nameOf(text: string, { name, from, to }: SyntaxNode): string | undefined {
  const source = text.slice(from, to);
  if (name === 'Number') return /^(?:0|[1-9]\d*)$/.test(source) ? source : undefined;
  const literal = name === 'String' ? takeApart(source) : undefined;
  return literal && decodeString(literal);
}

/** A dictionary as a container. */
export function dictionaryContainer(
  text: string,
  dictionary: SyntaxNode,
  path: Path,
  line: number,
  style: StringStyle,
): Container {
  const { items, trailingComma } = itemsOf(text, dictionary);
  const open = dictionary.from;
  const close = dictionary.to - 1;
  const spans = items.map(({ key, value }) => ({ offset: startOf(text, key), end: endOf(value) }));
  return {
    path,
    line,
    names: new Set(items.map(({ name }) => name ?? '')),
    grow: (branch) =>
      addMembers(
        text,
        { open, close, items: spans, trailingComma },
        emitItems(branch, stylesOf(text, items, style)),
        {
          lines: linesOf(text, open),
          between: ', ',
        },
      ),
  };
}

/** The start of an item: `**others` begins before the node that the parser returns. */
function startOf(text: string, { from, name, parent, prevSibling }: SyntaxNode): number {
  return name === '**' || prevSibling?.name !== '**' || !parent ? from : text.lastIndexOf('**', from);
}

/** The end of a value, with brackets around it. */
function endOf(value: SyntaxNode): number {
  let outer = value;
  while (outer.parent?.name === 'ParenthesizedExpression') outer = outer.parent;
  return outer.to;
}

interface Styles {
  readonly key: StringStyle;
  readonly value: StringStyle;
  readonly colon: string;
}

function stylesOf(text: string, items: readonly Item[], style: StringStyle): Styles {
  const last = items.findLast(({ name, key }) => name !== undefined && key.name === 'String');
  const string = items.findLast(({ value }) => value.name === 'String')?.value;
  const key = (last && styleOf(text, last.key)) ?? (string && styleOf(text, string)) ?? style;
  const colon = last ? text.slice(last.key.to, last.value.from) : '';
  return {
    key,
    value: (string && styleOf(text, string)) ?? key,
    colon: /^[ \t]*:[ \t]*$/.test(colon) ? colon : ': ',
  };
}

function emitItems(branch: Branch, styles: Styles): string[] {
  return [...branch].map(([name, member]) => {
    const key = writeString(name, styles.key) + styles.colon;
    if (!(member instanceof Map)) return key + writeString(member.value, styles.value);
    return `${key}{${emitItems(member, styles).join(', ')}}`;
  });
}

/** Indentation for the items of an empty dictionary: one step deeper than its own line. */
function linesOf(text: string, open: number): { member: string; close: string } {
  const close = indentOf(text, open);
  return { member: close + (close.startsWith('\t') ? '\t' : '    '), close };
}
