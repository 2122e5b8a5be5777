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
    return nodes((engine.parseCode(text, file) as Node & { children?: unknown }).children);
  } catch (error) {
    const line = error instanceof SyntaxError && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    throw new Refusal('file-unparsable', { file, line, format: 'PHP' });
  }
}

export function isNode(part: unknown): part is PhpNode {
  return typeof part === 'object' && part !== null && 'kind' in part;
}

export function nodes(part: unknown): readonly PhpNode[] {
  return Array.isArray(part) ? part.filter(isNode) : [];
}

export function startOf({ loc }: PhpNode): number {
  return loc?.start.offset ?? 0;
}

export function endOf({ loc }: PhpNode): number {
  return loc?.end.offset ?? 0;
}

export function sourceOf(text: string, node: PhpNode): string {
  return text.slice(startOf(node), endOf(node));
}
