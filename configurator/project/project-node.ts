import { distance } from 'fastest-levenshtein';
import { fields, mask } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { activeCharacter } from '../../shared/outside-text.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { TreeNode } from './parse-tree.ts';
import { type Given, projectFileName, type Setting, type Word } from './project.ts';
import { type Definition, givenWords } from './words.ts';

/** The known word nearest to a misspelt one; `undefined` where none is near. */
export function nearWord(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined;
}

/** The known word nearest to a misspelt one, or all of them, joined as a quoted list, where none is near. */
function nearestWord(word: string, known: readonly string[]): string {
  return nearWord(word, known) ?? known.join('", "');
}

/** A value of the project file, with its name for refusals. */
export interface ProjectNode extends TreeNode {
  readonly name: string;
}

/** @throws Refusal `project-file-kind`; `project-file-character` for a name */
export function readMap(node: ProjectNode): Map<string, ProjectNode> {
  const { content } = node;
  if (!('map' in content)) throw wrongKind(node, 'a: b');
  for (const { name, line } of content.map) checkCharacters(name, line);
  return new Map(
    content.map.map(({ name, line, value }) => [name, { name, line, content: value.content }] as const),
  );
}

/** @throws Refusal `project-file-kind` */
export function readList(node: ProjectNode): ProjectNode[] {
  const { name, content } = node;
  if (!('list' in content)) throw wrongKind(node, '- …');
  return content.list.map((item) => ({ name, ...item }));
}

/**
 * @throws Refusal `project-file-kind`, also for a number, in which an id would lose its leading zeros;
 *   `project-file-character`
 */
export function readText(node: ProjectNode): Word {
  if (!isText(node)) throw wrongKind(node, '"…"');
  checkCharacters(node.content.scalar, node.line);
  return { word: node.content.scalar, line: node.line };
}

/**
 * Paths, addresses and commands are shown in terminals and windows before a person agrees to them, so characters that
 * change how text is displayed are refused.
 *
 * @throws Refusal `project-file-character`
 */
function checkCharacters(text: string, line: number): void {
  const character = activeCharacter(text);
  if (character === undefined) return;
  throw new Refusal('project-file-character', { file: projectFileName, line, character });
}

/** @throws Refusal `project-file-kind`, also for `yes` and "true", which are strings in YAML 1.2 */
export function readFlag(node: ProjectNode): boolean {
  const scalar = scalarOf(node);
  if (typeof scalar !== 'boolean') throw wrongKind(node, 'true');
  return scalar;
}

function isText(node: ProjectNode): node is ProjectNode & { content: { scalar: string } } {
  const scalar = scalarOf(node);
  return typeof scalar === 'string' && scalar !== '';
}

/** `undefined` for a map or a list. */
export function scalarOf({ content }: ProjectNode): unknown {
  return 'scalar' in content ? content.scalar : undefined;
}

type Words<D extends Definition> = {
  readonly [W in keyof D]: D[W] extends { readonly required: true } ? ProjectNode : ProjectNode | undefined;
};

/**
 * Reads a map with the words of a definition, and no others.
 *
 * @throws Refusal `project-file-word`, `project-file-lacks`
 */
export function readWords<D extends Definition>(node: ProjectNode, definition: D): Words<D> {
  const map = readMap(node);
  const known = Object.keys(definition);
  for (const [word, { line }] of map) oneOf({ word, line }, known);
  const read = Object.entries(definition).map(([word, { required }]) => [
    word,
    required ? need(map, word, node.line) : map.get(word),
  ]);
  return Object.fromEntries(read) as Words<D>;
}

/** @throws Refusal `project-file-word` where the word is not one of the known ones */
export function oneOf<T extends string>(word: Word, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === word.word);
  if (found === undefined) throw unknownWord(word, known);
  return found;
}

export function unknownWord({ word, line }: Word, known: readonly string[]): Refusal {
  // The word may be a key that was pasted in the wrong place, so it is repeated only if it looks like a word.
  const shown = /^[a-z_-]{1,24}$/i.test(word) ? word : mask(word);
  const nearest = nearestWord(word, known);
  return new Refusal('project-file-word', { file: projectFileName, line, word: shown, nearest });
}

/** @throws Refusal `project-file-lacks` where the map has no such word */
function need(map: ReadonlyMap<string, ProjectNode>, word: string, line: number): ProjectNode {
  const node = map.get(word);
  if (node === undefined) throw lacks(word, line);
  return node;
}

function lacks(word: string, line: number): Refusal {
  return new Refusal('project-file-lacks', { file: projectFileName, line, word });
}

function wrongKind({ name, line }: ProjectNode, kind: string): Refusal {
  return new Refusal('project-file-kind', { file: projectFileName, line, word: name, kind });
}

/**
 * Reads `set:` of a target that has addresses.
 *
 * @throws Refusal `project-file-…`
 */
export function readSettings(node: ProjectNode, environment: Environment): Setting[] {
  return [...readMap(node)].map(([address, value]) => ({
    address,
    line: value.line,
    optional: false,
    ...readGiven(value, environment),
  }));
}

/**
 * Reads the value for one place: a field, or `field: environment` with the place's own words.
 *
 * @throws Refusal `project-file-…`
 */
export function readGiven(node: ProjectNode, environment: Environment): Given {
  if (isText(node)) return { field: oneOf(readText(node), fields), environmentWord: environment };
  const { field, ...words } = readWords(node, givenWords);
  const own = words[environment];
  if (own === undefined) throw lacks(environment, node.line);
  return { field: oneOf(readText(field), givenWords.field.form), environmentWord: readText(own).word };
}
