import type { Edit } from '../format.ts';
import { lineAt, lineEnd } from '../lines.ts';
import type { TitledContext } from '../slot.ts';
import { beforeBlanks, type Element, slashOffset } from './element.ts';
import { attributes, lineStart, markup, type Sprout, type Style } from './markup.ts';
import type { XmlDocument } from './parse.ts';

interface Ground extends TitledContext {
  readonly text: string;
  readonly document: XmlDocument;
}

/** Adds attributes behind the last one, with what separates it from the one before. */
export function placeAttributes(element: Element, sprout: Sprout, ground: Ground): Edit[] {
  if (sprout.attributes.size === 0) return [];
  const { text } = ground;
  const last = element.attributes.at(-1);
  const offset = last ? last.end + 1 : element.offset + 1 + element.name.length;
  const between = last ? text.slice(beforeBlanks(text, last.offset), last.offset) : ' ';
  const quote = last ? (text[last.end] ?? '"') : '"';
  const spot = { ...ground, line: lineAt(text, offset) };
  return [{ offset, length: 0, content: attributes(sprout, { quote }, spot, between) }];
}

/** Adds elements beside those that the parent has, or into one that has none. */
export function placeElements(parent: Element, sprouts: readonly Sprout[], ground: Ground): Edit[] {
  if (sprouts.length === 0) return [];
  if (parent.children.length === 0) return [fill(parent, sprouts, ground)];
  const groups = new Map<Element, Sprout[]>();
  for (const sprout of sprouts) {
    const model =
      parent.children.findLast(({ name }) => name === sprout.name) ?? parent.children.at(-1) ?? parent;
    groups.set(model, [...(groups.get(model) ?? []), sprout]);
  }
  return [...groups].map(([model, group]) => putAfter(model, group, ground));
}

/** A comment beside an element on the same line stays with it. */
const besides = /[ \t]*<!--(?:(?!-->)[^\r\n])*-->(?=[ \t]*[\r\n])/y;

function putAfter(model: Element, sprouts: readonly Sprout[], ground: Ground): Edit {
  const { text } = ground;
  const indent = indentOf(text, model);
  const style = styleOf(
    text,
    model,
    indent === undefined ? undefined : { indent, unit: unitOf(text, model) },
  );
  besides.lastIndex = model.end;
  const comment = style.lines ? (besides.exec(text)?.[0].length ?? 0) : 0;
  const offset = model.end + comment;
  return { offset, length: 0, content: inStyle(sprouts, style, ground, offset) };
}

function inStyle(sprouts: readonly Sprout[], style: Style, ground: Ground, offset: number): string {
  const spot = { ...ground, line: lineAt(ground.text, offset) };
  return sprouts.map((sprout) => lineStart(style.lines) + markup(sprout, style, spot)).join('');
}

function fill(parent: Element, sprouts: readonly Sprout[], ground: Ground): Edit {
  const { text } = ground;
  const { name, contentStart, contentEnd, selfClosing, end } = parent;
  const outer = indentOf(text, parent);
  const unit = unitOf(text, parent);
  const style = styleOf(text, parent, outer === undefined ? undefined : { indent: outer + unit, unit });
  const body = inStyle(sprouts, style, ground, parent.offset);
  const last = outer === undefined ? '' : lineEnd(text) + outer;
  if (selfClosing) {
    const offset = slashOffset(text, parent);
    return { offset, length: end - offset, content: `>${body}${last}</${name}>` };
  }
  const offset = contentStart + text.slice(contentStart, contentEnd).trimEnd().length;
  return { offset, length: contentEnd - offset, content: body + last };
}

/** What stands before an element on its line; `undefined` where that is not only blanks. */
function indentOf(text: string, { offset }: Element): string | undefined {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || /[\r\n]/.test(text[start - 1] ?? '') ? text.slice(start, offset) : undefined;
}

/** How much deeper an element stands than its parent. */
function unitOf(text: string, element: Element): string {
  const own = indentOf(text, element) ?? '';
  const outer = element.parent && indentOf(text, element.parent);
  if (outer !== undefined && own.length > outer.length && own.startsWith(outer))
    return own.slice(outer.length);
  return own.includes('\t') ? '\t' : '  ';
}

function styleOf(
  text: string,
  model: Element,
  lines: { readonly indent: string; readonly unit: string } | undefined,
): Style {
  const attribute = model.attributes[0];
  const closed = model.selfClosing ? text.slice(slashOffset(text, model), model.end) : undefined;
  return {
    quote: attribute ? (text[attribute.end] ?? '"') : '"',
    slash: closed ?? (/[^\s]\/>/.test(text) ? '/>' : ' />'),
    lines: lines && { ...lines, eol: lineEnd(text) },
  };
}
