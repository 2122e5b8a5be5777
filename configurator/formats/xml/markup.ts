import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment } from '../format.ts';
import { placeholderIn } from '../literals.ts';
import type { TitledContext } from '../slot.ts';
import type { Selector, Step } from './address.ts';
import type { XmlDocument } from './parse.ts';
import { escapeText, spellAttribute } from './slots.ts';

/** An element to create, or additions to an existing one. */
export interface NewElement {
  readonly name: string;
  /** The attribute that identifies it among its siblings. */
  readonly selector: Selector | undefined;
  readonly attributes: Map<string, Assignment>;
  readonly children: NewElement[];
  text: Assignment | undefined;
}

export function elementToAdd(name: string, selector?: Selector): NewElement {
  return { name, selector, attributes: new Map(), children: [], text: undefined };
}

/**
 * Takes one step down, to an element that another address already needs, or to a new one.
 *
 * @returns `undefined` where the parent gets a text
 */
export function addStep(parent: NewElement, { name, selector }: Step): NewElement | undefined {
  if (parent.text) return undefined;
  const known = parent.children.find(
    (child) =>
      child.name === name &&
      child.selector?.attribute === selector?.attribute &&
      child.selector?.value === selector?.value,
  );
  if (known) return known;
  const child = elementToAdd(name, selector);
  parent.children.push(child);
  return child;
}

/** The style of new elements, taken from their siblings. */
export interface Style {
  readonly quote: string;
  /** The end of an empty-element tag: ` />` or `/>`. */
  readonly slash: string;
  /** `undefined` where elements follow each other on one line. */
  readonly lines: { readonly indent: string; readonly unit: string; readonly eol: string } | undefined;
}

/** The place of new elements, for refusals. */
interface Spot extends TitledContext {
  readonly document: XmlDocument;
  readonly line: number;
}

/**
 * Writes a new element and all in it.
 *
 * @throws Refusal `value-unrepresentable`; `entry-missing` where XML cannot represent the identifying attribute
 */
export function markup(newElement: NewElement, style: Style, spot: Spot): string {
  const { name, children, text } = newElement;
  const open = `<${name}${attributes(newElement, style, spot)}`;
  if (text) return `${open}>${content(text, spot)}</${name}>`;
  if (children.length === 0) return open + style.slash;
  const { lines } = style;
  const inner = lines && { ...lines, indent: lines.indent + lines.unit };
  const body = children.map(
    (child) => breakAndIndent(inner) + markup(child, { ...style, lines: inner }, spot),
  );
  return `${open}>${body.join('')}${breakAndIndent(lines)}</${name}>`;
}

/** The line break and indentation before an element on a line of its own. */
export function breakAndIndent(lines: Style['lines']): string {
  return lines ? lines.eol + lines.indent : '';
}

/** The new attributes of an element, each with a space before it. */
export function attributes(
  newElement: NewElement,
  { quote }: Pick<Style, 'quote'>,
  spot: Spot,
  between = ' ',
): string {
  const { selector } = newElement;
  const told = selector && spellAttribute(selector.value, quote, spot.document);
  const first = [...newElement.attributes.values(), newElement.text][0];
  if (selector && told === undefined) {
    throw new Refusal('entry-missing', { file: spot.file, address: first?.address ?? selector.attribute });
  }
  const own = selector ? `${between}${selector.attribute}=${quote}${told}${quote}` : '';
  const others = [...newElement.attributes].map(([name, assignment]) => {
    const value = spellAttribute(assignment.value, quote, spot.document);
    return `${between}${name}=${quote}${value ?? refuse(assignment, spot)}${quote}`;
  });
  return own + others.join('');
}

function content(assignment: NonNullable<NewElement['text']>, spot: Spot): string {
  const { value } = assignment;
  return (placeholderIn(value) ? undefined : escapeText(value)) ?? refuse(assignment, spot);
}

function refuse({ address, field }: NonNullable<NewElement['text']>, { file, line, title }: Spot): never {
  throw new Refusal('value-unrepresentable', { file, line, address, field, format: title });
}
