import type { Edit } from '../format.ts';
import { computedValue } from '../literals.ts';
import type { Slot } from '../slot.ts';
import { nodes, type PhpNode, sourceOf, startOf } from './parse.ts';

export type Quote = "'" | '"';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x1f\x7f]/g;

/**
 * A string literal that PHP reads as exactly this value. Control characters are escaped, which only double quotes allow:
 * editors and version control may change line breaks inside a literal.
 */
export function quote(value: string, sign: Quote): string {
  if (sign === "'" && value.search(control) < 0) return `'${value.replace(/[\\']/g, '\\$&')}'`;
  const escaped = (character: string) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `"${value.replace(/[\\"$]/g, '\\$&').replace(control, escaped)}"`;
}

/** The quote mark of a string literal; `undefined` for binary strings and anything else that is not a plain literal. */
export function quoteOf(source: string): Quote | undefined {
  const [sign] = source;
  return sign === "'" || sign === '"' ? sign : undefined;
}

/** The escape of a byte beyond ASCII, whose meaning depends on the bytes around it. */
const byteEscape = /(?<!\\)(?:\\\\)*\\(?:x[89a-f][0-9a-f]|[2-7][0-7]{2})/i;

/**
 * The slot of an expression: its value, and how to replace it.
 *
 * @param prefix the beginning of the literal that is not part of the value
 */
export function literalSlot(
  text: string,
  node: PhpNode,
  prefix = '',
): Pick<Slot, 'value' | 'exact' | 'write' | 'variable' | 'constant'> {
  const source = sourceOf(text, node);
  const replace = (content: string) => [{ offset: startOf(node), length: source.length, content }];
  const sign = quoteOf(source);
  if (node.kind === 'string' && sign && source.at(-1) === sign) {
    const value = sign === '"' && byteEscape.test(source) ? undefined : String(node['value']);
    return {
      value: value?.slice(prefix.length),
      exact: value !== undefined,
      write: (next) => replace(quote(prefix + next, sign)),
    };
  }
  if (prefix !== '') return { value: undefined, exact: false };
  if (node.kind === 'boolean') {
    const write = (value: string) => replace(spellBoolean(value, source) ?? quote(value, "'"));
    return { value: source.toLowerCase(), exact: true, write };
  }
  if (node.kind === 'number' || node.kind === 'nullkeyword') {
    const value = node.kind === 'number' ? source : '';
    return { value, exact: false, write: (next) => replace(quote(next, "'")) };
  }
  const constant = constantOf(source);
  if (node.kind === 'staticlookup' && constant !== undefined) {
    return {
      value: undefined,
      exact: false,
      constant,
      write: (next) => writeConstant(next, source, replace),
    };
  }
  const variable = environmentVariable(node);
  return computedValue({ variable });
}

/** `\\Payline\\Env::HOMO` as `Env::HOMO`: the namespace makes no difference. */
function constantOf(source: string): string | undefined {
  return /(?:^|\\)(\w+::\w+)$/.exec(source)?.[1];
}

/** Replaces a class constant by another of the same class; the file has no spelling for any other value. */
function writeConstant(
  next: string,
  source: string,
  replace: (content: string) => Edit[],
): Edit[] | undefined {
  const [ofClass = '', name = ''] = next.split('::');
  const [before = ''] = source.split('::');
  const same = name !== '' && before.split('\\').at(-1) === ofClass;
  return same ? replace(`${before}::${name}`) : undefined;
}

/** `true` and `false` stay bare words where the old value was one, in the same case. */
function spellBoolean(value: string, before: string): string | undefined {
  if (value !== 'true' && value !== 'false') return undefined;
  return before === before.toUpperCase() ? value.toUpperCase() : value;
}

/** The variable that `env('X')`, `getenv('X')` or `$_ENV['X']` reads, also where a default follows. */
function environmentVariable(node: PhpNode): string | undefined {
  if (node.kind === 'bin' && node['type'] === '??') return environmentVariable(node['left'] as PhpNode);
  if (node.kind === 'retif' && !node['trueExpr']) return environmentVariable(node['test'] as PhpNode);
  const what = node['what'] as PhpNode | undefined;
  const name = String(what?.['name']).replace(/^\\/, '').toLowerCase();
  const looksUp = node.kind === 'offsetlookup' && (name === '_env' || name === '_server');
  const calls = node.kind === 'call' && (name === 'env' || name === 'getenv');
  const key = looksUp ? (node['offset'] as PhpNode) : calls ? nodes(node['arguments'])[0] : undefined;
  return key?.kind === 'string' ? String(key['value']) : undefined;
}
