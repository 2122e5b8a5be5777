import { Refusal } from '../../../shared/refusal.ts';
import { doubleQuoted } from '../double-quoted.ts';
import { placeholderIn } from '../placeholder.ts';
import type { Branch } from '../tree/tree.ts';

/** How new members are laid out. */
export interface Style {
  /** The indentation of each; `undefined` where all stay in one line. */
  readonly indent: string | undefined;
  readonly step: string;
  readonly eol: string;
  /** What stands after a name. */
  readonly colon: string;
  /** What separates members in one line. */
  readonly between: string;
}

/** @returns `undefined` where the file's consumer would put something else in the value's place */
export function spell(value: string): string | undefined {
  return placeholderIn(value) ? undefined : doubleQuoted(value);
}

/** @throws Refusal `value-unrepresentable` */
export function emitMembers(branch: Branch, style: Style, file: string, line: number): string[] {
  return [...branch].map(([name, member]) => {
    const key = doubleQuoted(name) + style.colon;
    if (member instanceof Map) return key + emitObject(member, style, file, line);
    const { value, address, field } = member;
    const text = spell(value);
    if (text !== undefined) return key + text;
    throw new Refusal('value-unrepresentable', { file, line, address, field, format: 'JSON' });
  });
}

/** An object whose members stand one step deeper than `indent`. */
export function emitObject(branch: Branch, style: Style, file: string, line: number): string {
  const { indent, step, eol, between } = style;
  if (indent === undefined) return `{${emitMembers(branch, style, file, line).join(between)}}`;
  const deeper = indent + step;
  const members = emitMembers(branch, { ...style, indent: deeper }, file, line);
  return `{${members.map((member) => eol + deeper + member).join(',')}${eol}${indent}}`;
}
