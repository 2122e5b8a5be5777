import {
  CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Refusal } from '../../shared/refusal.ts';
import { projectFileName } from './project.ts';

/** A parsed but unchecked project file: YAML with line numbers, free of the library's types. */
export interface TreeNode {
  /** From 1. */
  readonly line: number;
  readonly content: Content;
}

/** An alias shares the content that it refers to, so content may occur twice, and even inside itself. */
export type Content =
  | { readonly map: readonly Entry[] }
  | { readonly list: readonly TreeNode[] }
  | { readonly scalar: Scalar };

/** `null` also stands for types that a project file never has, such as a date. */
export type Scalar = string | number | boolean | null;

export interface Entry {
  readonly name: string;
  /** Line of the name, from 1. */
  readonly line: number;
  readonly value: TreeNode;
}

/**
 * Parses the text of a project file.
 *
 * @throws Refusal `file-unparsable`, also for a duplicate name; `project-file-entries`, `project-file-deep` for a file that
 *   would take too long to read
 */
export function parseTree(text: string): TreeNode {
  refuseExcess(text);
  const lines = new LineCounter();
  // The library compares each name of a map with all others, which takes minutes where there are many.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(text, options);
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) throw unparsable(lines.linePos(error.pos[0]).line);
  return new TreeBuilder(document, lines).build(document.contents, 1);
}

function unparsable(line: number): Refusal {
  return new Refusal('file-unparsable', { file: projectFileName, line, format: 'YAML' });
}

/** More than a file with the most targets allowed needs. */
const mostParts = 25_000;
const mostTokens = 100_000;
const deepest = 64;

/** Checks a text's size and depth in one pass before it is parsed: parsing a large text is slow, and recursive. */
function refuseExcess(text: string): void {
  let [tokens, parts, brackets, indicators] = [0, 0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    tokens++;
    if (kind !== 'space' && kind !== 'newline' && kind !== 'scalar') parts++;
    if (kind === 'flow-map-start' || kind === 'flow-seq-start') brackets++;
    else if (kind === 'flow-map-end' || kind === 'flow-seq-end') brackets--;
    // Consecutive indicators, as in `- - -`, open one level each.
    if (kind === 'seq-item-ind' || kind === 'explicit-key-ind' || kind === 'map-value-ind') indicators++;
    else if (kind === 'newline' || kind === 'scalar' || kind === 'comma') indicators = 0;
    if (parts > mostParts || tokens > mostTokens) throw tooManyEntries(1);
    if (brackets + indicators > deepest) {
      throw new Refusal('project-file-deep', { file: projectFileName, limit: deepest });
    }
  }
}

/** How many entries a list or a map may have. */
const mostEntries = 1_000;

function tooManyEntries(line: number): Refusal {
  return new Refusal('project-file-entries', { file: projectFileName, line, limit: mostEntries });
}

class TreeBuilder {
  /** Contents by the library's node: what several aliases refer to is built once, even where it contains itself. */
  readonly #built = new Map<unknown, Content>();
  /** The anchored nodes so far, by anchor: an alias refers to the latest one. */
  readonly #anchored = new Map<string, unknown>();
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** @param line for a node without a position of its own */
  build(node: unknown, line: number): TreeNode {
    const own = this.#lineOf(node) ?? line;
    return { line: own, content: this.#contentOf(node, own) };
  }

  #lineOf(node: unknown): number | undefined {
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? undefined : this.#lines.linePos(start).line;
  }

  /** The library's `resolve` searches the whole document for each alias, so it is only a fallback, for anchors inside keys. */
  #resolved(node: unknown): unknown {
    if (!isAlias(node)) return node;
    return this.#anchored.get(node.source) ?? node.resolve(this.#document);
  }

  #pass(node: unknown): void {
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) this.#anchored.set(node.anchor, node);
  }

  #contentOf(found: unknown, line: number): Content {
    const node = this.#resolved(found);
    const built = this.#built.get(node);
    if (built) return built;
    this.#pass(node);
    if (isMap(node)) return this.#mapOf(node, line);
    if (isSeq(node)) return this.#listOf(node, line);
    return { scalar: isScalar(node) ? scalarOf(node.value) : null };
  }

  #mapOf(node: YAMLMap, line: number): Content {
    if (node.items.length > mostEntries) throw tooManyEntries(line);
    const map: Entry[] = [];
    const built = { map };
    this.#built.set(node, built);
    const names = new Set<string>();
    for (const { key, value } of node.items) {
      const keyLine = this.#lineOf(key) ?? line;
      this.#pass(key);
      const name = isScalar(key) ? String(key.value) : '?';
      if (names.has(name)) throw unparsable(keyLine);
      names.add(name);
      // To a person a value is on the line of its name, even where it begins on the next.
      const content = this.#contentOf(value, keyLine);
      map.push({ name, line: keyLine, value: { line: keyLine, content } });
    }
    return built;
  }

  #listOf(node: YAMLSeq, line: number): Content {
    if (node.items.length > mostEntries) throw tooManyEntries(line);
    const list: TreeNode[] = [];
    const built = { list };
    this.#built.set(node, built);
    for (const item of node.items) list.push(this.build(item, line));
    return built;
  }
}

function scalarOf(value: unknown): Scalar {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
