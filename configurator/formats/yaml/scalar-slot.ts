import type { Scalar } from 'yaml';
import type { Edit } from '../format.ts';
import { linesAfter } from '../lines.ts';
import { computedValue } from '../literals.ts';
import type { Branch, TreeSlot } from '../tree/tree.ts';
import { base64Codec, type Codec } from './codec.ts';
import { type EmitContext, emitBlock, emitFlow } from './emit.ts';
import { isNull, readScalar, replaceScalar, spell } from './scalar.ts';
import { addressOf, type Site } from './site.ts';
import type { Walk } from './yaml.ts';

const text = new Set<string | undefined>([undefined, '!', 'tag:yaml.org,2002:str']);

/** The codec of a tagged value; `undefined` where the tag gives it another type. */
function codecOf(tag: string | undefined, site: Site): Codec | undefined {
  if (tag === 'tag:yaml.org,2002:binary') return base64Codec;
  return text.has(tag) ? site.scheme([]) : undefined;
}

export function scalarSlot(walk: Walk, scalar: Scalar.Parsed | null, site: Site): TreeSlot {
  const codec = codecOf(scalar?.tag, site);
  const empty = !scalar || scalar.range[0] === scalar.range[1];
  const entry = {
    address: addressOf(site),
    path: site.path,
    line: walk.lineAt(empty ? site.before : scalar.range[0]),
    exact: false,
    value: undefined,
  };
  if (!codec) return entry;
  if (empty) return { ...entry, value: '', ...emptyPlace(walk, site, codec, site.before) };
  return { ...entry, ...filledPlace(walk, scalar, site, codec) };
}

function filledPlace(
  walk: Walk,
  scalar: Scalar.Parsed,
  site: Site,
  codec: Codec,
): Omit<TreeSlot, 'address' | 'path' | 'line'> {
  const read = readScalar(scalar);
  const computed = read.text === undefined ? undefined : codec.computed(read.text);
  if (computed) return computedValue(computed);
  const value = read.text === undefined ? undefined : codec.decode(read.text);
  const write = (wanted: string) => {
    const content = codec.encode(wanted);
    return content === undefined ? undefined : replaceScalar(scalar, content, walk.text);
  };
  const isNothing = scalar.type === 'PLAIN' && isNull(String(scalar.value));
  const grow = isNothing && emptyPlace(walk, site, codec, scalar.range[1]).grow;
  return { value, exact: read.exact, write, ...(grow && { grow }) };
}

/** @param end the end of an explicit null, which is removed when the place becomes a container */
function emptyPlace(walk: Walk, site: Site, codec: Codec, end: number): Pick<TreeSlot, 'write' | 'grow'> {
  const { before, lead } = site;
  if (lead === undefined) return {};
  const write = (wanted: string) => {
    const content = codec.encode(wanted);
    return content === undefined ? undefined : [insert(before, lead + spell(content, 'double'))];
  };
  return { write, grow: (branch) => growEmpty(walk, site, branch, end) };
}

function insert(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

function growEmpty(walk: Walk, site: Site, branch: Branch, end: number): Edit[] {
  const { before, indent, lead = ' ' } = site;
  const context: EmitContext = {
    file: walk.file,
    line: walk.lineAt(before),
    spelling: { key: 'plain', value: 'double' },
    codecAt: site.scheme,
  };
  const nothing = { offset: before, length: end - before };
  if (indent === undefined) {
    return [{ ...nothing, content: `${lead}{${emitFlow(branch, context).join(', ')}}` }];
  }
  const step = ' '.repeat(walk.step ?? 2);
  const lines = emitBlock(branch, context, ' '.repeat(indent) + step, step);
  const below = linesAfter(walk.text, end, lines);
  return end === before ? [below] : [{ ...nothing, content: '' }, below];
}
