import { SaxesParser } from 'saxes';
import { Refusal } from '../../../shared/refusal.ts';
import { type Charset, charsetDeclaredBy } from '../encoding.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';
import { beforeBlanks, type Element, openElement } from './element.ts';

const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

/**
 * The charset that an XML file declares, UTF-8 by default.
 *
 * @returns `undefined` where it is a charset that we do not read
 */
export function declaredCharset(bytes: Uint8Array): Charset | undefined {
  return charsetDeclaredBy(declaration, bytes, 400);
}

/** Whether readers that decode the declared encoding get the same text as we do. */
export function isReadExactly(text: string, encoding: string | undefined): boolean {
  return encoding === undefined || /^(?:utf-?8|iso-8859-1)$/i.test(encoding) || /^[ -~\s]*$/.test(text);
}

export const title = 'XML';

/** libxml2's default limit. */
const deepest = 256;

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** An XML file. */
export interface XmlDocument {
  readonly root: Element;
  /** In document order. */
  readonly elements: readonly Element[];
  /** It has a document type, which may give attributes a type that drops spaces. */
  readonly doctype: boolean;
  readonly encoding: string | undefined;
}

/**
 * Parses XML 1.0 or 1.1 with namespaces. Nothing outside the text is ever loaded: an entity that XML itself does not define
 * is an error.
 *
 * @throws Refusal `file-unparsable`
 */
export function parseXml(text: string, { file }: FormatContext): XmlDocument {
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => {
    const line = lineAt(text, Math.min(parser.position, text.length));
    throw new Refusal('file-unparsable', { file, line, format: title });
  };
  parser.on('error', refuse);
  let doctype = false;
  parser.on('doctype', () => {
    doctype = true;
  });
  let encoding: string | undefined;
  parser.on('xmldecl', (declaration) => {
    encoding = declaration.encoding;
  });
  const elements = collectElements(parser, text, refuse);
  parser.write(text).close();
  const root = elements[0] ?? refuse();
  return { root, elements, doctype, encoding };
}

function collectElements(parser: SaxesParser<{ xmlns: true }>, text: string, refuse: () => never): Element[] {
  const elements: Element[] = [];
  let current: Element | undefined;
  const counts = new Map<Element | undefined, Map<string, number>>();
  const addText = (more: string) => {
    if (current) current.text += more;
  };
  const annotate = () => {
    if (current) current.annotated = true;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', annotate);
  parser.on('processinginstruction', annotate);
  parser.on('opentagstart', ({ name }) => {
    const siblings = counts.get(current) ?? new Map<string, number>();
    const index = siblings.get(name) ?? 0;
    counts.set(current, siblings.set(name, index + 1));
    const offset = text.lastIndexOf('<', parser.position - 1);
    const element = openElement(name, offset, current, index);
    current?.children.push(element);
    elements.push(element);
    current = element;
    if (element.depth > deepest) refuse();
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position - 1;
    const start = text.lastIndexOf(text[end] ?? '', end - 1) + 1;
    const nameEnd = beforeBlanks(text, text.lastIndexOf('=', start));
    current?.attributes.push({ name, value, offset: nameEnd - name.length, start, end });
  });
  parser.on('opentag', ({ isSelfClosing, attributes }) => {
    if (!current) return;
    current.contentStart = parser.position;
    current.selfClosing = isSelfClosing;
    current.nil = Object.values(attributes).some(isNil);
  });
  parser.on('closetag', () => {
    if (!current) return;
    current.end = parser.position;
    current.contentEnd = current.selfClosing ? current.end : text.lastIndexOf('</', current.end - 1);
    counts.delete(current);
    current = current.parent;
  });
  return elements;
}

function isNil({ uri, local, value }: { uri: string; local: string; value: string }): boolean {
  return uri === instance && local === 'nil' && /^\s*(?:true|1)\s*$/.test(value);
}
