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

/** A project file as it is written, before anything in it is checked: YAML with its lines, and nothing of the library. */
export interface TreeNode {
  /** From 1. */
  readonly line: number;
  readonly content: Content;
}

/** An alias has the content that it stands for, so the same may be met twice, and even within itself. */
export type Content =
  | { readonly map: readonly Entry[] }
  | { readonly list: readonly TreeNode[] }
  | { readonly scalar: Scalar };

/** `null` also stands for what no word of a project file may be, such as a date. */
export type Scalar = string | number | boolean | null;

export interface Entry {
  readonly name: string;
  /** Where the name stands. */
  readonly line: number;
  readonly value: TreeNode;
}

/**
 * Parses the text of a project file.
 *
 * @throws Refusal `file-unparsable`, also for a name that stands twice; `project-file-entries`, `project-file-deep` for what
 *   would take long to read
 */
export function parseTree(text: string): TreeNode {
  refuseExcess(text);
  const lines = new LineCounter();
  // The library compares each name of a map with all the others, which takes minutes where there are many.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(text, options);
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) throw unparsable(lines.linePos(error.pos[0]).line);
  return new Planter(document, lines).plant(document.contents, 1);
}

function unparsable(line: number): Refusal {
  return new Refusal('file-unparsable', { file: projectFileName, line, format: 'YAML' });
}

/** More than a file needs that names as many targets as it may. */
const mostParts = 25_000;
const mostTokens = 100_000;
const deepest = 64;

/** Looks through a text before it is parsed, in one pass: parsing takes long where there is much, and nests with it. */
function refuseExcess(text: string): void {
  let [tokens, parts, brackets, indicators] = [0, 0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    tokens++;
    if (kind !== 'space' && kind !== 'newline' && kind !== 'scalar') parts++;
    if (kind === 'flow-map-start' || kind === 'flow-seq-start') brackets++;
    else if (kind === 'flow-map-end' || kind === 'flow-seq-end') brackets--;
    // Indicators one after the other, as `- - -`, open one level each.
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

class Planter {
  /** By the library's nodes: what several aliases stand for is made once, also where it holds one of them. */
  readonly #made = new Map<unknown, Content>();
  /** The nodes with an anchor that were passed, by its name: an alias stands for the latest one. */
  readonly #anchored = new Map<string, unknown>();
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** @param line of what has no place of its own */
  plant(node: unknown, line: number): TreeNode {
    const own = this.#lineOf(node) ?? line;
    return { line: own, content: this.#contentOf(node, own) };
  }

  #lineOf(node: unknown): number | undefined {
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? undefined : this.#lines.linePos(start).line;
  }

  /** The library would look through the whole document for each alias; it is left to find what a key has inside. */
  #resolved(node: unknown): unknown {
    if (!isAlias(node)) return node;
    return this.#anchored.get(node.source) ?? node.resolve(this.#document);
  }

  #pass(node: unknown): void {
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) this.#anchored.set(node.anchor, node);
  }

  #contentOf(found: unknown, line: number): Content {
    const node = this.#resolved(found);
    const made = this.#made.get(node);
    if (made) return made;
    this.#pass(node);
    if (isMap(node)) return this.#mapOf(node, line);
    if (isSeq(node)) return this.#listOf(node, line);
    return { scalar: isScalar(node) ? scalarOf(node.value) : null };
  }

  #mapOf(node: YAMLMap, line: number): Content {
    if (node.items.length > mostEntries) throw tooManyEntries(line);
    const map: Entry[] = [];
    const made = { map };
    this.#made.set(node, made);
    const names = new Set<string>();
    for (const { key, value } of node.items) {
      const keyLine = this.#lineOf(key) ?? line;
      this.#pass(key);
      const name = isScalar(key) ? String(key.value) : '?';
      if (names.has(name)) throw unparsable(keyLine);
      names.add(name);
      // A value stands on the line of its name for a person, even where it begins on the next.
      const content = this.#contentOf(value, keyLine);
      map.push({ name, line: keyLine, value: { line: keyLine, content } });
    }
    return made;
  }

  #listOf(node: YAMLSeq, line: number): Content {
    if (node.items.length > mostEntries) throw tooManyEntries(line);
    const list: TreeNode[] = [];
    const made = { list };
    this.#made.set(node, made);
    for (const item of node.items) list.push(this.plant(item, line));
    return made;
  }
}

function scalarOf(value: unknown): Scalar {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
