import { Engine, type Node } from 'php-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';

/** A node of the syntax tree, whatever its kind: the library's own types do not tell kinds apart. */
export interface PhpNode {
  readonly kind: string;
  readonly loc?: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  } | null;
  readonly [part: string]: unknown;
}

/**
 * Parses PHP, inline HTML included.
 *
 * @returns the statements of the file
 * @throws Refusal `file-unparsable` with the line
 */
export function parsePhp(text: string, { file }: FormatContext): readonly PhpNode[] {
  try {
    // The library's default is an older version, which refuses newer syntax.
    const engine = new Engine({ parser: { version: '8.5' }, ast: { withPositions: true } });
    const { children } = engine.parseCode(text, file) as Node & { children?: unknown };
    refuseUnended(engine.tokenGetAll(text) as Token[]);
    return nodes(children);
  } catch (error) {
    const line = error instanceof SyntaxError && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    throw new Refusal('file-unparsable', { file, line, format: 'PHP' });
  }
}

/** A sign, or a name with its source and line. */
type Token = string | readonly [name: string, source: string, line: number];

const unsignificant = new Set(['T_WHITESPACE', 'T_COMMENT', 'T_DOC_COMMENT']);
const lastOfFile = new Set([';', '}', 'T_CLOSE_TAG', 'T_INLINE_HTML', 'T_OPEN_TAG']);

/**
 * The parser takes the end of the file for the end of a statement, of a text in single quotes and of a comment; PHP
 * does not.
 *
 * @throws SyntaxError with the line
 */
function refuseUnended(tokens: readonly Token[]): void {
  // What follows is not for PHP.
  if (tokens.some((token) => token[0] === 'T_HALT_COMPILER')) return;
  const last = tokens.at(-1);
  const ended = tokens.findLast((token) => !unsignificant.has(nameOf(token)));
  const openComment = last?.[1]?.startsWith('/*') && !last[1].endsWith('*/');
  if (!openComment && (ended === undefined || lastOfFile.has(nameOf(ended)))) return;
  const lineNumber = Number(tokens.findLast((token) => typeof token !== 'string')?.[2]);
  throw Object.assign(new SyntaxError(), { lineNumber });
}

function nameOf(token: Token): string {
  return typeof token === 'string' ? token : token[0];
}

export function isNode(part: unknown): part is PhpNode {
  return typeof part === 'object' && part !== null && 'kind' in part;
}

export function nodes(part: unknown): readonly PhpNode[] {
  return Array.isArray(part) ? part.filter(isNode) : [];
}

/** The last part of a qualified name. */
export function shortName(node: PhpNode): string {
  return /[^\\]*$/.exec(String(node['name']))?.[0] ?? '';
}

/** Says whether an expression is an array literal, or functions of arrays around some: `array_merge($a, ['b' => 'c'])`. */
export function hasArray(node: PhpNode): boolean {
  return node.kind === 'array' || (arraysIn(node)?.some(hasArray) ?? false);
}

/**
 * The arrays that an expression joins, the one that prevails last.
 *
 * @returns `undefined` where it joins none
 */
export function arraysIn(node: PhpNode): readonly PhpNode[] | undefined {
  if (node.kind === 'bin' && node['type'] === '+') return [node['right'], node['left']].filter(isNode);
  const joins = node.kind === 'call' && isNode(node['what']) && joining.test(shortName(node['what']));
  return joins ? nodes(node['arguments']) : undefined;
}

/** In `array_merge_recursive`, a name that is there twice holds a list of both values: then it is refused as a double. */
const joining = /^array_(?:merge|replace)(?:_recursive)?$/i;

export function startOf({ loc }: PhpNode): number {
  return loc?.start.offset ?? 0;
}

export function endOf({ loc }: PhpNode): number {
  return loc?.end.offset ?? 0;
}

export function sourceOf(text: string, node: PhpNode): string {
  return text.slice(startOf(node), endOf(node));
}

/** What a call gives to a parameter, by its place or by its name. */
export function argument(call: PhpNode, index: number, name: string): PhpNode | undefined {
  const given = nodes(call['arguments']);
  const named = given.find((each) => each.kind === 'namedargument' && each['name'] === name);
  if (named) return named['value'] as PhpNode;
  return given[index]?.kind === 'namedargument' ? undefined : given[index];
}
