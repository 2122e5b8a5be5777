import { isScalar, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Edit } from '../format.ts';
import { eolOf, linesAfter, startOfLine } from '../lines.ts';
import { addMembers, type BracketList } from '../members.ts';
import type { Branch, Container } from '../tree/tree.ts';
import { type EmitContext, emitBlock, emitFlow, type Spelling } from './emit.ts';
import { quoteOf, readScalar } from './scalar.ts';
import { nodeEnd, type Site, solidEnd } from './site.ts';
import type { Walk } from './yaml.ts';

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

export function mapContainer(
  walk: Walk,
  node: YAMLMap.Parsed,
  site: Site,
  names: ReadonlySet<string>,
): Container {
  const line = walk.lineAt(node.range[0]);
  const context: EmitContext = {
    file: walk.file,
    line,
    spelling: spellingOf(node.items),
    codecAt: site.scheme,
  };
  const grow = (branch: Branch) =>
    node.srcToken?.type === 'flow-collection'
      ? addMembers(walk.text, bracketsOf(node, walk.text), emitFlow(branch, context))
      : growBlock(walk, node, context, branch);
  return { path: site.path, line, names, grow };
}

/** New keys and values are quoted like the last ones. */
function spellingOf(items: readonly ParsedPair[]): Spelling {
  const key = items.findLast(({ key }) => isScalar(key))?.key;
  const value = items.findLast(({ value }) => isScalar(value) && readScalar(value).exact)?.value;
  return { key: isScalar(key) ? quoteOf(key) : 'plain', value: isScalar(value) ? quoteOf(value) : 'double' };
}

function growBlock(
  walk: Walk,
  node: YAMLMap.Parsed,
  context: EmitContext,
  branch: Branch,
): Edit[] | undefined {
  const { text } = walk;
  const indent = ' '.repeat(node.srcToken?.indent ?? 0);
  const lineStart = startOfLine(text, node.range[0]);
  const { offset, lineBreak } = nodeEnd(node, node.range[0], text);
  // A column after a tab cannot be matched reliably with spaces.
  if (lineBreak === 'missing' || text.slice(lineStart, node.range[0]).includes('\t')) {
    return undefined;
  }
  const lines = emitBlock(branch, context, indent, ' '.repeat(walk.step ?? 2));
  if (lineBreak === 'free') return [linesAfter(text, offset, lines)];
  return [{ offset, length: 0, content: lines.map((line) => line + eolOf(text)).join('') }];
}

function bracketsOf(node: YAMLMap.Parsed, text: string): BracketList {
  const items = node.items.map(({ key, value, srcToken }) => {
    const keyEnd = solidEnd(srcToken?.sep) ?? key?.range[1] ?? 0;
    return { offset: key?.range[0] ?? keyEnd, end: nodeEnd(value, keyEnd, text).offset };
  });
  return { open: node.range[0], close: node.range[1] - 1, items, trailingComma: trailingCommaOf(node) };
}

/** The library keeps a trailing comma as a last item of its own. */
export function trailingCommaOf({ srcToken }: { srcToken?: ParsedNode['srcToken'] }): number | undefined {
  if (srcToken?.type !== 'flow-collection') return undefined;
  const last = srcToken.items.at(-1);
  if (!last || last.key !== undefined || last.value !== undefined) return undefined;
  return last.start.find(({ type }) => type === 'comma')?.offset;
}

/** A file that is empty, or has only comments and a `---`: members go below those. */
export function emptyDocument(walk: Walk, site: Site): Container {
  const { text, documents, lineAt, file } = walk;
  const offset = documents[0]?.range[1] ?? text.length;
  const line = lineAt(offset);
  const context: EmitContext = {
    file,
    line,
    spelling: { key: 'plain', value: 'double' },
    codecAt: site.scheme,
  };
  return {
    path: site.path,
    line,
    names: new Set(),
    grow: (branch) => {
      const eol = eolOf(text);
      const lines = emitBlock(branch, context, '', '  ');
      const next = text[offset - 1] === '\n' || offset === 0 ? offset : text.indexOf('\n', offset) + 1;
      if (next === 0 && offset > 0) {
        return [{ offset: text.length, length: 0, content: lines.map((each) => eol + each).join('') }];
      }
      return [{ offset: next, length: 0, content: lines.map((each) => each + eol).join('') }];
    },
  };
}
