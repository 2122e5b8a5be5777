import type { Edit } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { computedValue, placeholderIn } from '../literals.ts';
import type { Slot } from '../slot.ts';
import { type Attribute, type Element, slashOffset } from './element.ts';
import { isReadExactly, type XmlDocument } from './parse.ts';

/** Characters that XML cannot represent, not even by a reference. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** White space that readers normalise, and all beyond ASCII: the file's encoding may not be the one it declares. */
const special = /[&<>"\t\n\r]|[^ -~]/gu;

const named = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function reference(character: string): string {
  return named.get(character) ?? `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * Writes a value for an attribute.
 *
 * @param quote the quotes around it
 * @returns `undefined` where XML cannot represent it
 */
function escapeAttribute(value: string, quote: string): string | undefined {
  if (forbidden.test(value)) return undefined;
  const escaped = value.replace(special, reference);
  return quote === "'" ? escaped.replaceAll("'", '&apos;') : escaped;
}

/**
 * Writes a value for the content of an element.
 *
 * @returns `undefined` where XML cannot represent it, or its readers drop it: many take spaces alone for layout
 */
export function escapeText(value: string): string | undefined {
  if (forbidden.test(value) || (value !== '' && value.trim() === '')) return undefined;
  return value.replace(special, (character) => (character === '"' ? character : reference(character)));
}

/** Whether a value fits into a CDATA section, which has no references. */
function fitsCdata(value: string): boolean {
  return /^[ -~]*[!-~][ -~]*$/.test(value) && !value.includes(']]>');
}

/** A place of an XML file: the text of an element, or one of its attributes. */
export interface XmlSlot extends Slot {
  readonly element: Element;
}

/** Every element and attribute, in the order of the file. */
export function slotsOf(text: string, document: XmlDocument): XmlSlot[] {
  const lineAt = lineIndex(text);
  const slots: XmlSlot[] = [];
  for (const element of document.elements) {
    slots.push(elementSlot(text, element, document, lineAt(element.contentStart)));
    for (const attribute of element.attributes) {
      slots.push(attributeSlot(text, element, attribute, document, lineAt(attribute.start)));
    }
  }
  return slots;
}

/** An element with children has no value of its own, and none can be written. */
function elementSlot(text: string, element: Element, { encoding }: XmlDocument, line: number): XmlSlot {
  const { address, children, annotated, nil } = element;
  const blank = element.text.trim() === '';
  if (annotated || nil || (children.length > 0 && !blank)) {
    return { address, line, element, value: undefined, exact: false };
  }
  if (children.length > 0) return { address, line, element, value: '', exact: false };
  const placeholder = placeholderIn(element.text);
  if (placeholder) return { address, line, element, ...computedValue(placeholder) };
  return {
    address,
    line,
    element,
    value: blank ? '' : element.text,
    exact: isReadExactly(element.text, encoding),
    write: (value) => (placeholderIn(value) ? undefined : writeContent(text, element, value)),
  };
}

function writeContent(text: string, element: Element, value: string): Edit[] | undefined {
  const { name, contentStart: offset, contentEnd, selfClosing, end } = element;
  const content = text.slice(offset, contentEnd);
  if (isCdata(content) && fitsCdata(value)) {
    const length = content.length - '<![CDATA[]]>'.length;
    return [{ offset: offset + '<![CDATA['.length, length, content: value }];
  }
  const escaped = escapeText(value);
  if (escaped === undefined) return undefined;
  if (!selfClosing) return [{ offset, length: contentEnd - offset, content: escaped }];
  const slash = slashOffset(text, element);
  return [{ offset: slash, length: end - slash, content: `>${escaped}</${name}>` }];
}

/** The content is one CDATA section and nothing else. */
function isCdata(content: string): boolean {
  return content.startsWith('<![CDATA[') && content.indexOf(']]>') === content.length - ']]>'.length;
}

function attributeSlot(
  text: string,
  element: Element,
  attribute: Attribute,
  document: XmlDocument,
  line: number,
): XmlSlot {
  const { name, value, start, end } = attribute;
  const address = `${element.address}/@${name}`;
  if (isNamespace(name)) return { address, line, element, value, exact: false };
  const placeholder = placeholderIn(value);
  if (placeholder) return { address, line, element, ...computedValue(placeholder) };
  return {
    address,
    line,
    element,
    value,
    exact: isReadExactly(value, document.encoding),
    write: (wanted) => {
      const content = spellAttribute(wanted, text[end] ?? '"', document);
      return content === undefined ? undefined : [{ offset: start, length: end - start, content }];
    },
  };
}

/** Whether an attribute declares a namespace. */
export function isNamespace(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/**
 * Writes a value for an attribute.
 *
 * @returns `undefined` where no spelling reads back unchanged, or the file's reader would replace it
 */
export function spellAttribute(value: string, quote: string, { doctype }: XmlDocument): string | undefined {
  const dropsBlanks = doctype && /^ | {2}| $/.test(value);
  return dropsBlanks || placeholderIn(value) ? undefined : escapeAttribute(value, quote);
}
