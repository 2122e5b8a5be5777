import type { Edit } from '../format.ts';
import { eolOf, indentBefore, lineAt, startOfLine } from '../lines.ts';
import type { TitledContext } from '../slot.ts';
import { beforeBlanks, type Element, slashOffset } from './element.ts';
import { attributes, breakAndIndent, markup, type NewElement, type Style } from './markup.ts';
import type { XmlDocument } from './parse.ts';

interface PlaceContext extends TitledContext {
  readonly text: string;
  readonly document: XmlDocument;
}

/** Adds attributes after the last one, with the same separator as before it. */
export function placeAttributes(element: Element, newElement: NewElement, context: PlaceContext): Edit[] {
  if (newElement.attributes.size === 0) return [];
  const { text } = context;
  const last = element.attributes.at(-1);
  const offset = last ? last.end + 1 : element.offset + 1 + element.name.length;
  const between = last ? text.slice(beforeBlanks(text, last.offset), last.offset) : ' ';
  const quote = last ? (text[last.end] ?? '"') : '"';
  const spot = { ...context, line: lineAt(text, offset) };
  return [{ offset, length: 0, content: attributes(newElement, { quote }, spot, between) }];
}

/** Adds elements beside the parent's others, or into a parent that has none. */
export function placeElements(
  parent: Element,
  newElements: readonly NewElement[],
  context: PlaceContext,
): Edit[] {
  if (newElements.length === 0) return [];
  if (parent.children.length === 0) return [fill(parent, newElements, context)];
  const groups = new Map<Element, NewElement[]>();
  for (const newElement of newElements) {
    const model =
      parent.children.findLast(({ name }) => name === newElement.name) ?? parent.children.at(-1) ?? parent;
    groups.set(model, [...(groups.get(model) ?? []), newElement]);
  }
  return [...groups].map(([model, group]) => putAfter(model, group, context));
}

/** A comment after an element on the same line, which stays with it. */
const besides = /[ \t]*<!--(?:(?!-->)[^\r\n])*-->(?=[ \t]*[\r\n])/y;

function putAfter(model: Element, newElements: readonly NewElement[], context: PlaceContext): Edit {
  const { text } = context;
  const indent = indentBefore(text, model.offset);
  const style = styleOf(
    text,
    model,
    indent === undefined ? undefined : { indent, unit: unitOf(text, model) },
  );
  besides.lastIndex = model.end;
  const comment = style.lines ? (besides.exec(text)?.[0].length ?? 0) : 0;
  const offset = model.end + comment;
  return { offset, length: 0, content: inStyle(newElements, style, context, offset) };
}

function inStyle(
  newElements: readonly NewElement[],
  style: Style,
  context: PlaceContext,
  offset: number,
): string {
  const spot = { ...context, line: lineAt(context.text, offset) };
  return newElements
    .map((newElement) => breakAndIndent(style.lines) + markup(newElement, style, spot))
    .join('');
}

function fill(parent: Element, newElements: readonly NewElement[], context: PlaceContext): Edit {
  const { text } = context;
  const { name, contentStart, contentEnd, selfClosing, end } = parent;
  const outer = indentBefore(text, parent.offset);
  const unit = unitOf(text, parent);
  const style = styleOf(text, parent, outer === undefined ? undefined : { indent: outer + unit, unit });
  const body = inStyle(newElements, style, context, parent.offset);
  const last = outer === undefined ? '' : eolOf(text) + outer;
  if (selfClosing) {
    const offset = slashOffset(text, parent);
    return { offset, length: end - offset, content: `>${body}${last}</${name}>` };
  }
  return intoContent(text, contentStart, contentEnd, body, last);
}

/** New elements go before the white space in front of the closing tag, so that blank lines stay. */
function intoContent(text: string, start: number, end: number, body: string, last: string): Edit {
  const closing = startOfLine(text, end);
  const eol = eolOf(text);
  if (closing > start && body.startsWith(eol) && text.slice(start, end).trim() === '') {
    const content = body.slice(eol.length) + eol;
    return { offset: closing, length: 0, content };
  }
  const offset = start + text.slice(start, end).trimEnd().length;
  return { offset, length: end - offset, content: body + last };
}

/** The indentation of an element relative to its parent. */
function unitOf(text: string, element: Element): string {
  const own = indentBefore(text, element.offset) ?? '';
  const outer = element.parent && indentBefore(text, element.parent.offset);
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
    lines: lines && { ...lines, eol: eolOf(text) },
  };
}
