import { Engine, type Node } from 'php-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';

/** A node of the syntax tree of any kind: the library's types do not distinguish kinds. */
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
    refuseUnterminated(engine.tokenGetAll(text) as Token[]);
    return nodes(children);
  } catch (error) {
    const line = error instanceof SyntaxError && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    throw new Refusal('file-unparsable', { file, line, format: 'PHP' });
  }
}

/** A character, or a token's name with its source and line. */
type Token = string | readonly [name: string, source: string, line: number];

const insignificant = new Set(['T_WHITESPACE', 'T_COMMENT', 'T_DOC_COMMENT']);
const lastOfFile = new Set([';', '}', 'T_CLOSE_TAG', 'T_INLINE_HTML', 'T_OPEN_TAG']);

/**
 * Refuses what the library accepts and PHP does not: a statement, a string in single quotes or a comment that ends only
 * with the file.
 *
 * @throws SyntaxError with the line
 */
function refuseUnterminated(tokens: readonly Token[]): void {
  // Text outside PHP needs no end.
  if (tokens.some((token) => token[0] === 'T_HALT_COMPILER')) return;
  const last = tokens.at(-1);
  const ended = tokens.findLast((token) => !insignificant.has(nameOf(token)));
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

/** Whether an expression is an array literal, or joins some: `array_merge($a, ['b' => 'c'])`. */
export function hasArray(node: PhpNode): boolean {
  return node.kind === 'array' || (arraysIn(node)?.some(hasArray) ?? false);
}

/**
 * The arrays that an expression joins, in order: the last one wins.
 *
 * @returns `undefined` where it joins none
 */
export function arraysIn(node: PhpNode): readonly PhpNode[] | undefined {
  if (node.kind === 'bin' && node['type'] === '+') return [node['right'], node['left']].filter(isNode);
  const joins = node.kind === 'call' && isNode(node['what']) && joining.test(shortName(node['what']));
  return joins ? nodes(node['arguments']) : undefined;
}

/** `array_merge_recursive` turns a name that occurs twice into a list of both values, so it is refused as a duplicate. */
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

/** The argument of a call for a parameter, by position or by name. */
export function argument(call: PhpNode, index: number, name: string): PhpNode | undefined {
  const given = nodes(call['arguments']);
  const named = given.find((each) => each.kind === 'namedargument' && each['name'] === name);
  if (named) return named['value'] as PhpNode;
  return given[index]?.kind === 'namedargument' ? undefined : given[index];
}
