import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { mask } from '../../shared/mask.ts';
import { Refusal } from '../../shared/refusal.ts';
import { nearestWord } from './nearest.ts';
import { projectFileName, type Word } from './project.ts';

/** A value of the project file, with what a refusal must say of it. */
export interface ProjectNode {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** A node of the library; an alias is resolved. */
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Parses the text of a project file.
 *
 * @throws Refusal `file-unparsable`, also for a name that stands twice
 */
export function parseProjectText(text: string): ProjectNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new Refusal('file-unparsable', { file: projectFileName, line, format: 'YAML' });
  }
  return nodeAt(document.contents, projectFileName, 1, { document, lines });
}

/** @throws Refusal `project-file-kind` */
export function readMap(node: ProjectNode): Map<string, ProjectNode> {
  if (!isMap(node.value)) throw wrongKind(node, 'a: b');
  return new Map(
    node.value.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '?';
      // A value stands on the line of its name for a person, even where it begins on the next.
      const { line } = nodeAt(key, name, node.line, node);
      return [name, { ...nodeAt(value, name, line, node), line }];
    }),
  );
}

/** @throws Refusal `project-file-kind` */
export function readList(node: ProjectNode): ProjectNode[] {
  if (!isSeq(node.value)) throw wrongKind(node, '- …');
  return node.value.items.map((item) => nodeAt(item, node.name, node.line, node));
}

/** @throws Refusal `project-file-kind`, also for a number: as one, an identifier would lose its leading zeros */
export function readText(node: ProjectNode): Word {
  if (!isText(node)) throw wrongKind(node, '"…"');
  return { word: node.value.value, line: node.line };
}

/** @throws Refusal `project-file-kind`, also for `yes` and "true": YAML 1.2 has them for texts */
export function readFlag(node: ProjectNode): boolean {
  if (!isScalar(node.value) || typeof node.value.value !== 'boolean') throw wrongKind(node, 'true');
  return node.value.value;
}

export function isText(node: ProjectNode): node is ProjectNode & { value: { value: string } } {
  return isScalar(node.value) && typeof node.value.value === 'string' && node.value.value !== '';
}

/** @throws Refusal `project-file-word` where the map has a word that it may not have */
export function onlyWords(map: ReadonlyMap<string, ProjectNode>, known: readonly string[]): void {
  for (const [word, { line }] of map) oneOf({ word, line }, known);
}

/** @throws Refusal `project-file-word` where the word is none of the known ones */
export function oneOf<T extends string>(word: Word, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === word.word);
  if (found === undefined) throw unknownWord(word, known);
  return found;
}

export function unknownWord({ word, line }: Word, known: readonly string[]): Refusal {
  // A key pasted in the wrong place is a word here; only what looks like a word is repeated.
  const shown = /^[a-z_-]{1,24}$/i.test(word) ? word : mask(word);
  const nearest = nearestWord(word, known);
  return new Refusal('project-file-word', { file: projectFileName, line, word: shown, nearest });
}

/** @throws Refusal `project-file-lacks` where the map has no such word */
export function need(map: ReadonlyMap<string, ProjectNode>, word: string, line: number): ProjectNode {
  const node = map.get(word);
  if (node === undefined) throw new Refusal('project-file-lacks', { file: projectFileName, line, word });
  return node;
}

function nodeAt(
  node: unknown,
  name: string,
  fallbackLine: number,
  { document, lines }: Pick<ProjectNode, 'document' | 'lines'>,
): ProjectNode {
  const start = isNode(node) ? node.range?.[0] : undefined;
  const line = start === undefined ? fallbackLine : lines.linePos(start).line;
  return { name, line, value: isAlias(node) ? node.resolve(document) : node, document, lines };
}

function wrongKind({ name, line }: ProjectNode, kind: string): Refusal {
  return new Refusal('project-file-kind', { file: projectFileName, line, word: name, kind });
}
