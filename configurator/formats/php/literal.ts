import type { Slot } from '../slot.ts';
import { endOf, nodes, type PhpNode, sourceOf, startOf } from './parse.ts';

export type Quote = "'" | '"';

/** A string literal that PHP reads as exactly this value, whatever characters it has. */
export function quote(value: string, sign: Quote): string {
  const special = sign === "'" ? /[\\']/g : /[\\"$]/g;
  return sign + value.replace(special, '\\$&') + sign;
}

/** The quote sign of a string literal; `undefined` for binary strings and whatever else is no plain literal. */
export function quoteOf(source: string): Quote | undefined {
  const [sign] = source;
  return sign === "'" || sign === '"' ? sign : undefined;
}

/** What stands at an expression, and how to write another value in its place. */
export function literalSlot(
  text: string,
  node: PhpNode,
): Pick<Slot, 'value' | 'exact' | 'write' | 'variable'> {
  const source = sourceOf(text, node);
  const replace = (content: string) => [{ offset: startOf(node), length: source.length, content }];
  const sign = quoteOf(source);
  if (node.kind === 'string' && sign && source.at(-1) === sign) {
    return { value: String(node['value']), exact: true, write: (value) => replace(quote(value, sign)) };
  }
  if (node.kind === 'boolean') {
    const write = (value: string) => replace(spellBoolean(value, source) ?? quote(value, "'"));
    return { value: source.toLowerCase(), exact: true, write };
  }
  if (node.kind === 'number' || node.kind === 'nullkeyword') {
    const value = node.kind === 'number' ? source : '';
    return { value, exact: false, write: (next) => replace(quote(next, "'")) };
  }
  const variable = environmentVariable(node);
  return { value: undefined, exact: false, ...(variable !== undefined && { variable }) };
}

/** `true` and `false` stay words where words stood, in the same case. */
function spellBoolean(value: string, before: string): string | undefined {
  if (value !== 'true' && value !== 'false') return undefined;
  return before === before.toUpperCase() ? value.toUpperCase() : value;
}

/** The variable that `env('X')`, `getenv('X')` or `$_ENV['X']` reads. */
function environmentVariable(node: PhpNode): string | undefined {
  const what = node['what'] as PhpNode | undefined;
  const name = String(what?.['name']).replace(/^\\/, '').toLowerCase();
  const looksUp = node.kind === 'offsetlookup' && (name === '_env' || name === '_server');
  const calls = node.kind === 'call' && (name === 'env' || name === 'getenv');
  const key = looksUp ? (node['offset'] as PhpNode) : calls ? nodes(node['arguments'])[0] : undefined;
  return key?.kind === 'string' && endOf(key) > startOf(key) ? String(key['value']) : undefined;
}
