import type { AST } from 'toml-eslint-parser';
import { numberText } from '../number-text.ts';
import { type Path, printPath } from '../path-address.ts';
import { computedValue, placeholderIn } from '../placeholder.ts';
import type { TreeSlot } from '../tree/tree.ts';
import { spell } from './spell.ts';

export function valueSlot(node: AST.TOMLValue, path: Path, text: string): TreeSlot {
  const [offset, end] = node.range;
  const entry = { address: printPath(path), path, line: node.loc.start.line };
  const placeholder = node.kind === 'string' ? placeholderIn(node.value) : undefined;
  if (placeholder) return { ...entry, ...computedValue(placeholder) };
  const write = (value: string) => {
    const boolean = node.kind === 'boolean' && /^(?:true|false)$/.test(value);
    const content = boolean ? value : spell(value, node.kind === 'string' ? node.style : 'basic');
    return content === undefined ? undefined : [{ offset, length: end - offset, content }];
  };
  return { ...entry, ...meaning(node, text.slice(offset, end)), write };
}

function meaning(node: AST.TOMLValue, source: string): Pick<TreeSlot, 'value' | 'exact'> {
  if (node.kind === 'string') return { value: node.value, exact: true };
  if (node.kind === 'boolean') return { value: source, exact: true };
  return { value: numberText(source), exact: false };
}
