import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt, lineIndex } from '../lines.ts';
import { computedValue, numberText, placeholderIn, quoted } from '../literals.ts';
import { flat, type Path, printPath, type Segment } from '../path-address.ts';
import type { Tree, TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { emitObject, emptyFile, objectContainer, spell, styleAt } from './grow.ts';
import { parseJson5 } from './json5.ts';

const isJson5 = /\.json5(?:\.\w+)?$/i;

/** Deeper than any configuration, and less than what a recursive walk can handle. */
const deepest = 500;

/** The offset at which a text nests too deeply, if it does. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const sign = text[scanner.getTokenOffset()];
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

/**
 * Parses JSON. Comments and trailing commas are allowed and kept: a reader that does not accept them would have refused
 * the file before.
 *
 * @returns `undefined` for a text of white space only
 * @throws Refusal `file-unparsable`
 */
export function parseJson(text: string, { file }: FormatContext): Node | undefined {
  if (text.trim() === '') return undefined;
  if (isJson5.test(file)) return parseJson5(text, file);
  const errors: ParseError[] = [];
  const deep = tooDeepAt(text);
  const root = deep === undefined ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
  if (root && errors.length === 0) return root;
  const offset = deep ?? errors[0]?.offset ?? 0;
  throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: 'JSON' });
}

export interface Walk {
  readonly text: string;
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  readonly slots: TreeSlot[];
  readonly containers: Tree['containers'][number][];
}

export function readTree(text: string, context: FormatContext): Tree {
  const walk: Walk = { text, file: context.file, lineAt: lineIndex(text), slots: [], containers: [] };
  const root = parseJson(text, context);
  if (root) visit(walk, root, { segments: [] });
  else walk.containers.push(emptyFile(walk));
  return walk;
}

function visit(walk: Walk, node: Node, path: Path): void {
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  const { type, children = [] } = node;
  if (type === 'array') {
    for (const [index, item] of children.entries()) visit(walk, item, at(index));
    return;
  }
  if (type !== 'object') {
    walk.slots.push(valueSlot(walk, node, path));
    return;
  }
  walk.containers.push(objectContainer(walk, node, path));
  for (const { children: [key, value] = [] } of children)
    if (value) visit(walk, value, at(String(key?.value)));
}

function valueSlot(walk: Walk, node: Node, path: Path): TreeSlot {
  const { offset, length, type } = node;
  const source = walk.text.slice(offset, offset + length);
  const entry = { address: printPath(path), path, line: walk.lineAt(offset) };
  const placeholder = type === 'string' ? placeholderIn(String(node.value)) : undefined;
  if (placeholder) return { ...entry, ...computedValue(placeholder) };
  const replace = (content: string) => [{ offset, length, content }];
  const write = (value: string) => {
    const boolean = type === 'boolean' && /^(?:true|false)$/.test(value);
    const single = source.startsWith("'") && !placeholderIn(value);
    const content = boolean ? value : single ? quoted(value, "'") : spell(value);
    return content === undefined ? undefined : replace(content);
  };
  if (type !== 'null') return { ...entry, ...meaning(node, source), write };
  const grow: TreeSlot['grow'] = (branch) =>
    replace(emitObject(branch, styleAt(walk, offset), walk.file, entry.line));
  return { ...entry, value: '', exact: false, write, grow };
}

/** A number is not exact text: readers round it and drop zeros. */
function meaning({ type, value }: Node, source: string): Pick<TreeSlot, 'value' | 'exact'> {
  if (type === 'string') return { value: String(value), exact: true };
  if (type === 'boolean') return { value: source, exact: true };
  return { value: numberText(source), exact: false };
}

/** JSON, with comments where the file has them. Addresses as in `path-address.ts`. */
export const json = treeFormat({
  name: 'json',
  title: 'JSON',
  dialects: [],
  encoding: 'utf-8',
  parse: readTree,
  sameName: ({ file }) => (isDotnet.test(file.replaceAll('\\', '/')) ? dotnetName : undefined),
});

/** Configuration files of .NET, which ignores case and takes a colon in a name for nesting. */
const isDotnet = /(?:^|\/)appsettings(?:\.[\w.-]+)?\.json(?:\.\w+)?$/i;

function dotnetName(segments: readonly Segment[]): string {
  return flat(segments).replaceAll(':', '.').toLowerCase();
}
