import { isScalar, type Scalar, type YAMLSeq } from 'yaml';
import { linesAfter } from '../lines.ts';
import { computedValue } from '../literals.ts';
import { addMembers } from '../members.ts';
import type { Branch, TreeSlot } from '../tree/tree.ts';
import { type EmitContext, emitItems } from './emit.ts';
import { trailingCommaOf } from './map-container.ts';
import { quoteOf, readScalar, replaceScalar } from './scalar.ts';
import { addressOf, memberSite, nodeEnd, type Site } from './site.ts';
import type { Walk } from './yaml.ts';

const item = /^([A-Za-z_][A-Za-z0-9_]*)(?:=([\s\S]*))?$/;

/**
 * The names in a list of `NAME=value` items under `environment:` in a docker compose file, which is addressed like a
 * mapping.
 *
 * @returns `undefined` for every other sequence
 */
export function environmentNames(node: YAMLSeq.Parsed, { path }: Site): readonly string[] | undefined {
  if (path.segments.at(-1) !== 'environment') return undefined;
  const names: string[] = [];
  for (const child of node.items) {
    const name = isScalar(child) && item.exec(String(child.value))?.[1];
    if (!name) return undefined;
    names.push(name);
  }
  return names;
}

export function environmentList(
  walk: Walk,
  node: YAMLSeq.Parsed,
  site: Site,
  names: readonly string[],
): void {
  const scalars = node.items.filter((child): child is Scalar.Parsed => isScalar(child));
  scalars.forEach((scalar, index) => {
    const name = names[index] ?? '';
    walk.slots.push(itemSlot(walk, scalar, name, memberSite(site, name, undefined, undefined, 0)));
  });
  const line = walk.lineAt(node.range[0]);
  const last = scalars.at(-1);
  const value = last ? quoteOf(last) : 'double';
  const context: EmitContext = {
    file: walk.file,
    line,
    spelling: { key: 'plain', value },
    codecAt: site.scheme,
  };
  const grow = (branch: Branch) => growList(walk, node, context, branch);
  walk.containers.push({ path: site.path, line, names: new Set(names), grow });
}

/** `NAME` alone takes the value from the environment of docker compose itself. */
function itemSlot(walk: Walk, scalar: Scalar.Parsed, name: string, site: Site): TreeSlot {
  const codec = site.scheme([]);
  const text = item.exec(String(scalar.value))?.[2];
  const entry = { address: addressOf(site), path: site.path, line: walk.lineAt(scalar.range[0]) };
  if (text === undefined) return { ...entry, ...computedValue({ variable: name }) };
  const computed = scalar.tag ? { variable: undefined } : codec.computed(text);
  if (computed) return { ...entry, ...computedValue(computed) };
  const write = (wanted: string) => {
    const content = codec.encode(wanted);
    return content === undefined ? undefined : replaceScalar(scalar, `${name}=${content}`, walk.text);
  };
  return { ...entry, value: codec.decode(text), exact: readScalar(scalar).exact, write };
}

function growList(walk: Walk, node: YAMLSeq.Parsed, context: EmitContext, branch: Branch) {
  const { text } = walk;
  const items = emitItems(branch, context);
  if (!items) return undefined;
  if (node.srcToken?.type === 'flow-collection') {
    const places = node.items.map((child) => ({
      offset: child.range?.[0] ?? 0,
      end: nodeEnd(child, 0, text).offset,
    }));
    const list = {
      open: node.range[0],
      close: node.range[1] - 1,
      items: places,
      trailingComma: trailingCommaOf(node),
    };
    return addMembers(text, list, items);
  }
  const indent = ' '.repeat(node.srcToken?.indent ?? 0);
  const lines = items.map((line) => `${indent}- ${line}`);
  return [linesAfter(text, nodeEnd(node, node.range[0], text).offset, lines)];
}
