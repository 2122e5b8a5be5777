import type { Node } from 'jsonc-parser';
import type { FormatContext } from '../format.ts';
import { numberText } from '../number-text.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { computedValue, placeholderIn } from '../placeholder.ts';
import { lineIndex } from '../position.ts';
import type { Tree, TreeSlot } from '../tree/tree.ts';
import { emitObject, spell } from './emit.ts';
import { emptyFile, objectContainer, styleAt } from './object.ts';
import { parseJson } from './parse.ts';

export interface Reading {
  readonly text: string;
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  readonly slots: TreeSlot[];
  readonly containers: Tree['containers'][number][];
}

export function readTree(text: string, context: FormatContext): Tree {
  const reading: Reading = { text, file: context.file, lineAt: lineIndex(text), slots: [], containers: [] };
  const root = parseJson(text, context);
  if (root) visit(reading, root, { segments: [] });
  else reading.containers.push(emptyFile(reading));
  return reading;
}

function visit(reading: Reading, node: Node, path: Path): void {
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  const { type, children = [] } = node;
  if (type === 'array') {
    for (const [index, item] of children.entries()) visit(reading, item, at(index));
    return;
  }
  if (type !== 'object') {
    reading.slots.push(valueSlot(reading, node, path));
    return;
  }
  reading.containers.push(objectContainer(reading, node, path));
  for (const { children: [key, value] = [] } of children)
    if (value) visit(reading, value, at(String(key?.value)));
}

function valueSlot(reading: Reading, node: Node, path: Path): TreeSlot {
  const { offset, length, type } = node;
  const source = reading.text.slice(offset, offset + length);
  const entry = { address: printPath(path), path, line: reading.lineAt(offset) };
  const placeholder = type === 'string' ? placeholderIn(String(node.value)) : undefined;
  if (placeholder) return { ...entry, ...computedValue(placeholder) };
  const replace = (content: string) => [{ offset, length, content }];
  const write = (value: string) => {
    const boolean = type === 'boolean' && /^(?:true|false)$/.test(value);
    const content = boolean ? value : spell(value);
    return content === undefined ? undefined : replace(content);
  };
  if (type !== 'null') return { ...entry, ...meaning(node, source), write };
  const grow: TreeSlot['grow'] = (branch) =>
    replace(emitObject(branch, styleAt(reading, offset), reading.file, entry.line));
  return { ...entry, value: '', exact: false, write, grow };
}

/** A number is no text: readers round it and drop its zeros. */
function meaning({ type, value }: Node, source: string): Pick<TreeSlot, 'value' | 'exact'> {
  if (type === 'string') return { value: String(value), exact: true };
  if (type === 'boolean') return { value: source, exact: true };
  return { value: numberText(source), exact: false };
}
