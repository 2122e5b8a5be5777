import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, FormatContext } from '../format.ts';
import type { Branch } from '../tree/tree.ts';
import type { Codec } from './codec.ts';
import { type QuoteStyle, spell } from './scalar.ts';

/** The quotes of new members, taken from their neighbours. */
export interface Spelling {
  readonly key: QuoteStyle;
  readonly value: QuoteStyle;
}

/** The place that new members go to. */
export interface EmitContext {
  readonly file: FormatContext['file'];
  readonly line: number;
  readonly spelling: Spelling;
  /** The codec of a value, by its path of names from this place. */
  readonly codecAt: (names: readonly string[]) => Codec;
}

/** @throws Refusal `value-unrepresentable` */
export function emitScalar(
  { value, address, field }: Assignment,
  codec: Codec,
  { file, line }: EmitContext,
): string {
  const text = codec.encode(value);
  if (text === undefined)
    throw new Refusal('value-unrepresentable', { file, line, address, field, format: 'YAML' });
  return text;
}

/** Block style: one line per member, deeper ones indented by a step. */
export function emitBlock(
  branch: Branch,
  context: EmitContext,
  indent: string,
  step: string,
  above: readonly string[] = [],
): string[] {
  return [...branch].flatMap(([name, member]) => {
    const names = [...above, name];
    const key = `${indent}${spell(name, context.spelling.key)}:`;
    if (member instanceof Map) return [key, ...emitBlock(member, context, indent + step, step, names)];
    return [`${key} ${spell(emitScalar(member, context.codecAt(names), context), context.spelling.value)}`];
  });
}

/** Flow style: `name: value`, `name: {…}`. */
export function emitFlow(branch: Branch, context: EmitContext, above: readonly string[] = []): string[] {
  return [...branch].map(([name, member]) => {
    const names = [...above, name];
    const key = `${spell(name, context.spelling.key)}: `;
    if (member instanceof Map) return `${key}{${emitFlow(member, context, names).join(', ')}}`;
    return key + spell(emitScalar(member, context.codecAt(names), context), context.spelling.value);
  });
}

/**
 * Items of an environment list: `NAME=value`.
 *
 * @returns `undefined` where a member has members of its own, which an item cannot have
 */
export function emitItems(branch: Branch, context: EmitContext): string[] | undefined {
  const items: string[] = [];
  for (const [name, member] of branch) {
    if (member instanceof Map) return undefined;
    items.push(
      spell(`${name}=${emitScalar(member, context.codecAt([name]), context)}`, context.spelling.value),
    );
  }
  return items;
}
