import { createScanner, type Node } from 'jsonc-parser';
import { Refusal } from '../../../shared/refusal.ts';
import { eolOf, indentOf, startOfLine } from '../lines.ts';
import { doubleQuoted, placeholderIn } from '../literals.ts';
import { addMembers } from '../members.ts';
import type { Path } from '../path-address.ts';
import type { Branch, Container } from '../tree/tree.ts';
import type { Walk } from './json.ts';

/** How new members are laid out. */
interface Style {
  /** The indentation of each; `undefined` where all are on one line. */
  readonly indent: string | undefined;
  readonly step: string;
  readonly eol: string;
  /** The text after a name, such as `: `. */
  readonly colon: string;
  /** Names have no quotes where they need none, as in JSON5. */
  readonly bareNames: boolean;
  /** The separator of members on one line. */
  readonly between: string;
}

/** @returns `undefined` where the file's reader would put something else in the value's place */
export function spell(value: string): string | undefined {
  return placeholderIn(value) ? undefined : doubleQuoted(value);
}

/** @throws Refusal `value-unrepresentable` */
function emitMembers(branch: Branch, style: Style, file: string, line: number): string[] {
  return [...branch].map(([name, member]) => {
    const bare = style.bareNames && /^[A-Za-z_$][\w$]*$/.test(name);
    const key = (bare ? name : doubleQuoted(name)) + style.colon;
    if (member instanceof Map) return key + emitObject(member, style, file, line);
    const { value, address, field } = member;
    const text = spell(value);
    if (text !== undefined) return key + text;
    throw new Refusal('value-unrepresentable', { file, line, address, field, format: 'JSON' });
  });
}

/** Writes an object whose members are indented one step deeper than `indent`. */
export function emitObject(branch: Branch, style: Style, file: string, line: number): string {
  const { indent, step, eol, between } = style;
  if (indent === undefined) return `{${emitMembers(branch, style, file, line).join(between)}}`;
  const deeper = indent + step;
  const members = emitMembers(branch, { ...style, indent: deeper }, file, line);
  return `{${members.map((member) => eol + deeper + member).join(',')}${eol}${indent}}`;
}

/** A name without quotes, which JSON does not have. */
const bareMember = /[{,]\s*[A-Za-z_$][\w$]*\s*:/;

/** The file's own style: the indentation of its first member, the space after its first colon, its line breaks. */
export function styleAt({ text }: Pick<Walk, 'text'>, offset: number): Style {
  const step = /\{[ \t]*\r?\n([ \t]+)["'\w]/.exec(text)?.[1] ?? '  ';
  const dense = /^\s*[{[][^\n]*":[^\s]/.test(text) && !text.trim().includes('\n');
  return {
    indent: text.trim().includes('\n') || text.trim() === '{}' ? indentOf(text, offset) : undefined,
    step,
    eol: eolOf(text),
    colon: dense ? ':' : ': ',
    bareNames: bareMember.test(text),
    between: dense ? ',' : ', ',
  };
}

export function objectContainer(walk: Walk, node: Node, path: Path): Container {
  const { text, file, lineAt } = walk;
  const properties = node.children ?? [];
  const line = lineAt(node.offset);
  const items = properties.map(({ offset, length }) => ({ offset, end: offset + length }));
  const close = node.offset + node.length - 1;
  const last = items.at(-1);
  return {
    path,
    line,
    names: new Set(properties.map(({ children: [key] = [] }) => String(key?.value))),
    grow: (branch) => {
      const style = styleAt(walk, node.offset);
      const ownLine = last && /^[ \t]*$/.test(text.slice(startOfLine(text, last.offset), last.offset));
      const member = last ? (ownLine ? indentOf(text, last.offset) : undefined) : deeper(style);
      const members = emitMembers(branch, { ...style, indent: member }, file, line);
      const lines = member === undefined ? undefined : { member, close: style.indent ?? '' };
      const list = {
        open: node.offset,
        close,
        items,
        trailingComma: last && commaBetween(text, last.end, close),
      };
      return addMembers(text, list, members, { lines, between: style.between });
    },
  };
}

function deeper({ indent, step }: Style): string | undefined {
  return indent === undefined ? undefined : indent + step;
}

/** The comma between the last member and the bracket, past the comments there. */
function commaBetween(text: string, start: number, end: number): number | undefined {
  const scanner = createScanner(text.slice(start, end), true);
  scanner.scan();
  const offset = start + scanner.getTokenOffset();
  return text[offset] === ',' ? offset : undefined;
}

/** A file without content, which becomes an object. */
export function emptyFile(walk: Walk): Container {
  const { text, file } = walk;
  return {
    path: { segments: [] },
    line: 1,
    names: new Set(),
    grow: (branch) => {
      const style: Style = { ...styleAt(walk, 0), indent: '', step: '  ' };
      const content = emitObject(branch, style, file, 1) + style.eol;
      return [{ offset: 0, length: text.length, content }];
    },
  };
}
