import { printStep, type Step } from './address.ts';

/** An attribute in the text. */
export interface Attribute {
  readonly name: string;
  /** As readers get it: references resolved, line breaks turned into spaces. */
  readonly value: string;
  /** Where its name begins. */
  readonly offset: number;
  /** The range between its quotes. */
  readonly start: number;
  readonly end: number;
}

/** An element in the text. */
export interface Element {
  readonly name: string;
  readonly parent: Element | undefined;
  /** Position among the siblings of the same name, from 0. */
  readonly index: number;
  readonly depth: number;
  /** Its canonical address. */
  readonly address: string;
  readonly attributes: Attribute[];
  readonly children: Element[];
  /** The offset of its start tag. */
  readonly offset: number;
  /** The range between its tags; empty, at its end, for an empty-element tag. */
  contentStart: number;
  contentEnd: number;
  end: number;
  selfClosing: boolean;
  /** Its own text, without its children's. */
  text: string;
  /** It contains a comment or a processing instruction. */
  annotated: boolean;
  /** `xsi:nil`: .NET and Java ignore its contents. */
  nil: boolean;
}

/** Makes an element that is not closed yet. */
export function openElement(
  name: string,
  offset: number,
  parent: Element | undefined,
  index: number,
): Element {
  const own = printStep({ name, index });
  return {
    name,
    parent,
    index,
    depth: (parent?.depth ?? 0) + 1,
    address: parent ? `${parent.address}.${own}` : own,
    attributes: [],
    children: [],
    offset,
    contentStart: offset,
    contentEnd: offset,
    end: offset,
    selfClosing: false,
    text: '',
    annotated: false,
    nil: false,
  };
}

/** The steps from the root down to an element. */
export function stepsTo(element: Element): Step[] {
  const steps: Step[] = [];
  for (let at: Element | undefined = element; at; at = at.parent) {
    steps.push({ name: at.name, quoted: true, index: at.index });
  }
  return steps.reverse();
}

/** The start of the white space before an offset. */
export function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** In an empty-element tag, the offset before `/>` and the white space in front of it. */
export function slashOffset(text: string, { end }: Element): number {
  return beforeBlanks(text, end - '/>'.length);
}
