import type { Node, ObjectExpression, ObjectProperty } from '@babel/types';
import { indentOf } from '../lines.ts';
import { type QuoteMark, quoted } from '../literals.ts';
import { addMembers } from '../members.ts';
import type { Path } from '../path-address.ts';
import type { Branch, Container } from '../tree/tree.ts';
import { signOf, unwrap } from './literal.ts';
import type { Walk } from './script.ts';

/** The style of an object's members. */
interface Style {
  /** Quotes around names; `undefined` for none. */
  readonly name: QuoteMark | undefined;
  readonly value: QuoteMark;
  /** The text after a name, such as `: `. */
  readonly colon: string;
}

/** An object literal as a container. */
export function objectContainer(walk: Walk, object: ObjectExpression, path: Path): Container {
  const { text } = walk;
  const open = object.start ?? 0;
  const close = (object.end ?? 0) - 1;
  const trailingComma = object.extra?.['trailingComma'];
  const items = object.properties.map(({ start, end }) => ({ offset: start ?? 0, end: end ?? 0 }));
  return {
    path,
    line: walk.lineAt(open),
    names: new Set(object.properties.map((property) => nameOf(property) ?? '')),
    grow: (branch) => {
      const members = emitMembers(branch, styleOf(walk, object));
      const list = {
        open,
        close,
        items,
        trailingComma: typeof trailingComma === 'number' ? trailingComma : undefined,
      };
      return addMembers(text, list, members, { lines: linesOf(text, open), between: ', ' });
    },
  };
}

/** Indentation for the members of an empty object: one step deeper than its own line. */
function linesOf(text: string, open: number): { member: string; close: string } {
  const close = indentOf(text, open);
  const step = /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0] ?? '  ';
  return { member: close + step, close };
}

function styleOf({ text, sign }: Walk, { properties }: ObjectExpression): Style {
  const plain = properties.filter(
    (property): property is ObjectProperty => property.type === 'ObjectProperty' && !property.shorthand,
  );
  const source = (node: { start?: number | null; end?: number | null } | undefined) =>
    text.slice(node?.start ?? 0, node?.end ?? 0);
  const strings = plain.map(({ value }) => unwrap(value)).filter(({ type }) => type === 'StringLiteral');
  const last = plain.at(-1);
  const colon = last ? text.slice(last.key.end ?? 0, last.value.start ?? 0) : '';
  return {
    name:
      last && plain.every(({ key }) => key.type === 'StringLiteral') ? signOf(source(last.key)) : undefined,
    value: signOf(source(strings.at(-1))) ?? sign,
    colon: /^[ \t]*:[ \t]*$/.test(colon) ? colon : ': ',
  };
}

function emitMembers(branch: Branch, style: Style): string[] {
  return [...branch].map(([name, member]) => {
    const key = emitName(name, style) + style.colon;
    if (!(member instanceof Map)) return key + quoted(member.value, style.value);
    return `${key}{ ${emitMembers(member, style).join(', ')} }`;
  });
}

/** `__proto__: …` would set the prototype. */
function emitName(name: string, style: Style): string {
  if (name === '__proto__') return `[${quoted(name, style.value)}]`;
  const bare = style.name === undefined && /^[A-Za-z_$][\w$]*$/.test(name);
  return bare ? name : quoted(name, style.name ?? style.value);
}

/** The name of a member; `undefined` where it is computed, spread, or the prototype. */
export function nameOf(property: ObjectExpression['properties'][number]): string | undefined {
  return property.type === 'SpreadElement' ? undefined : keyName(property);
}

/** The name of a key; `undefined` where it is computed, or the prototype. */
export function keyName({
  key,
  computed = false,
}: {
  readonly key: Node;
  readonly computed?: boolean | null;
}): string | undefined {
  if (key.type === 'StringLiteral') return !computed && key.value === '__proto__' ? undefined : key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  return key.type === 'Identifier' && !computed && key.name !== '__proto__' ? key.name : undefined;
}
