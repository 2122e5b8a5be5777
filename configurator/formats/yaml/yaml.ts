import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { base64Codec, dialectOf, dialects, plainCodec } from './codec.ts';
import { environmentList, environmentNames } from './environment-list.ts';
import { emptyDocument, mapContainer } from './map-container.ts';
import { findMerged, refuseShared } from './merged.ts';
import { textOf } from './scalar.ts';
import { scalarSlot } from './scalar-slot.ts';
import { addressOf, itemSite, memberSite, type Scheme, type Site } from './site.ts';

export interface Stream {
  readonly text: string;
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  /** Line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
}

/** YAML 1.1 and 1.2 both end a line at a lone CR; the library does not, so it would misread the file. */
const loneReturn = /\r(?!\n)/;

/**
 * Parses a file's documents. Every scalar stays text (`failsafe` schema): what a reader makes of a plain `0123` depends on
 * its version of YAML, and `scalar.ts` knows which texts are safe in all versions.
 *
 * @throws Refusal `file-unparsable`, `yaml-unquoted-parameter`
 */
export function parseStream(text: string, { file }: FormatContext): Stream {
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const lone = text.search(loneReturn);
  const parsed = parseAllDocuments(text, {
    keepSourceTokens: true,
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'failsafe',
    uniqueKeys: false,
  });
  const error = parsed.flatMap(({ errors }) => errors)[0];
  const offset = lone >= 0 ? lone : error?.pos[0];
  if (offset !== undefined) {
    refuseParameter(text, offset, file, lineAt(offset));
    throw new Refusal('file-unparsable', { file, line: lineAt(offset), format: 'YAML' });
  }
  return { text, documents: parsed, lineAt };
}

/**
 * A plain scalar cannot begin with `%`, which Symfony 2's parser allowed (removed in 3.0, UPGRADE-3.0.md, "Yaml").
 *
 * @throws Refusal `yaml-unquoted-parameter` where that is what makes a file invalid
 */
function refuseParameter(text: string, offset: number, file: string, line: number): void {
  const rest = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  if (/[:-][ \t]+%[^%\s"']+%[ \t]*(?:#.*)?\r?$/.test(rest)) {
    throw new Refusal('yaml-unquoted-parameter', { file, line });
  }
}

/** The values under `data` of a Kubernetes Secret are base64; those under `stringData` are text. */
export function secretScheme(node: YAMLMap.Parsed, scheme: Scheme): Scheme {
  const member = (name: string) => textOf(node.items.find(({ key }) => textOf(key) === name)?.value);
  if (member('kind') !== 'Secret' || member('apiVersion') !== 'v1') return scheme;
  return (names) => (names.length === 2 && names[0] === 'data' ? base64Codec : scheme(names));
}

/** The state of one walk of a stream, and its results. */
export interface Walk extends Stream {
  readonly file: string;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
  /** Addresses by anchor name: the last one so far, as aliases refer to that. */
  readonly anchors: Map<string, string>;
  /** The file's indentation step, in columns. */
  step: number | undefined;
}

export function readTree(text: string, context: FormatContext): Tree {
  const walk: Walk = {
    ...parseStream(text, context),
    file: context.file,
    slots: [],
    containers: [],
    anchors: new Map(),
    step: undefined,
  };
  const codec = plainCodec(dialectOf(context));
  const { documents } = walk;
  const several = documents.length > 1;
  documents.forEach(({ contents }, document) => {
    const site = rootSite(() => codec, several ? document : undefined);
    walk.anchors.clear();
    if (!isEmpty(contents)) visit(walk, contents, site);
    else if (!several) walk.containers.push(emptyDocument(walk, site));
  });
  if (documents.length === 0)
    walk.containers.push(
      emptyDocument(
        walk,
        rootSite(() => codec, undefined),
      ),
    );
  return walk;
}

function rootSite(scheme: Scheme, document: number | undefined): Site {
  const path = { segments: [], ...(document !== undefined && { document }) };
  return { path, scheme, indent: undefined, before: 0, lead: ' ' };
}

function isEmpty(node: ParsedNode | null): boolean {
  return !node || (isScalar(node) && node.range[0] === node.range[1] && !node.anchor && !node.tag);
}

function visit(walk: Walk, node: ParsedNode | null, site: Site): void {
  if (node && !isAlias(node) && node.anchor) walk.anchors.set(node.anchor, addressOf(site));
  if (isMap(node)) visitMap(walk, node, site);
  else if (isSeq(node)) visitSequence(walk, node, site);
  else if (isAlias(node)) walk.slots.push(aliasSlot(walk, node, site));
  else walk.slots.push(scalarSlot(walk, node as Scalar.Parsed | null, site));
}

/** An alias refers to another value and has none of its own. */
function aliasSlot({ lineAt, anchors }: Walk, { source, range }: Alias.Parsed, site: Site): TreeSlot {
  const follows = anchors.get(source);
  return {
    address: addressOf(site),
    path: site.path,
    value: undefined,
    exact: false,
    line: lineAt(range[0]),
    ...(follows !== undefined && { follows }),
  };
}

function visitMap(walk: Walk, node: YAMLMap.Parsed, outer: Site): void {
  const site = { ...outer, scheme: secretScheme(node, outer.scheme) };
  const indent = node.srcToken?.type === 'block-map' ? node.srcToken.indent : undefined;
  if (indent !== undefined && outer.indent !== undefined && indent > outer.indent) {
    walk.step ??= indent - outer.indent;
  }
  const names = node.items.map((pair) => nameOf(pair, walk.text));
  walk.containers.push(mapContainer(walk, node, site, new Set(names)));
  node.items.forEach((pair, index) => {
    const keyEnd = pair.key?.range[1] ?? node.range[0];
    visit(walk, pair.value, memberSite(site, names[index] ?? '', pair.srcToken, indent, keyEnd));
  });
}

/** A key that is not plain text is named by its source. */
function nameOf({ key }: Pair<ParsedNode, ParsedNode | null>, text: string): string {
  if (isScalar(key)) return String(key.value);
  return key ? text.slice(key.range[0], key.range[1]) : '';
}

function visitSequence(walk: Walk, node: YAMLSeq.Parsed, site: Site): void {
  const names = environmentNames(node, site);
  if (names) environmentList(walk, node, site, names);
  else visitItems(walk, node, site);
}

function visitItems(walk: Walk, { items, srcToken }: YAMLSeq.Parsed, site: Site): void {
  const indent = srcToken?.type === 'block-seq' ? srcToken.indent : undefined;
  items.forEach((item, index) => {
    if (!isPair(item)) visit(walk, item, itemSite(site, index, srcToken?.items[index], indent));
  });
}

/** YAML 1.1 and 1.2 alike. Addresses as in `path-address.ts`; `environment.NAME` reaches into a compose list. */
export const yaml = treeFormat({
  name: 'yaml',
  title: 'YAML',
  dialects,
  encoding: 'utf-8',
  parse: readTree,
  findMerged,
  refuseShared,
});
