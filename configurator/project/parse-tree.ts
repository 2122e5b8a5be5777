import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { Refusal } from '../../shared/refusal.ts';
import { projectFileName } from './project.ts';
import type { Content, TreeNode } from './tree.ts';

/**
 * Parses the text of a project file.
 *
 * @throws Refusal `file-unparsable`, also for a name that stands twice
 */
export function parseTree(text: string): TreeNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new Refusal('file-unparsable', { file: projectFileName, line, format: 'YAML' });
  }
  return new Planter(document, lines).plant(document.contents, 1);
}

class Planter {
  /** By the library's nodes: what several aliases stand for is made once, also where it holds one of them. */
  readonly #made = new Map<unknown, Content>();
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  plant(node: unknown, fallbackLine: number): TreeNode {
    const line = this.#lineOf(node) ?? fallbackLine;
    return { line, content: this.#contentOf(isAlias(node) ? node.resolve(this.#document) : node, line) };
  }

  #lineOf(node: unknown): number | undefined {
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? undefined : this.#lines.linePos(start).line;
  }

  #contentOf(node: unknown, line: number): Content {
    const made = this.#made.get(node);
    if (made) return made;
    if (isMap(node)) {
      const map: { name: string; line: number; value: TreeNode }[] = [];
      this.#made.set(node, { map });
      for (const { key, value } of node.items) {
        const keyLine = this.#lineOf(key) ?? line;
        const name = isScalar(key) ? String(key.value) : '?';
        map.push({ name, line: keyLine, value: this.plant(value, keyLine) });
      }
      return { map };
    }
    if (isSeq(node)) {
      const list: TreeNode[] = [];
      this.#made.set(node, { list });
      for (const item of node.items) list.push(this.plant(item, line));
      return { list };
    }
    return { scalar: isScalar(node) ? node.value : null };
  }
}
