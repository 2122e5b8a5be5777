import { printStep, type Step } from './address.ts';

/** An attribute as it stands in the text. */
export interface Attribute {
  readonly name: string;
  /** As its readers have it: references resolved, line breaks turned to blanks. */
  readonly value: string;
  /** Where its name begins. */
  readonly offset: number;
  /** The range between its quotes. */
  readonly start: number;
  readonly end: number;
}

/** An element as it stands in the text. */
export interface Element {
  readonly name: string;
  readonly parent: Element | undefined;
  /** Position among the siblings of the same name, from 0. */
  readonly index: number;
  readonly depth: number;
  /** Its one spelling among the addresses of the file. */
  readonly address: string;
  readonly attributes: Attribute[];
  readonly children: Element[];
  /** Where it begins. */
  readonly offset: number;
  /** The range between its tags; empty, at its end, where it closes itself. */
  contentStart: number;
  contentEnd: number;
  end: number;
  selfClosing: boolean;
  /** Its own text, that of its children left out. */
  text: string;
  /** A comment or a processing instruction stands in it. */
  annotated: boolean;
  /** `xsi:nil`: whatever is in it, .NET and Java read nothing. */
  nil: boolean;
}

/** Makes an element that no tag has closed yet. */
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

/** Where the blanks before an offset begin. */
export function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** Where the tag of an element that closes itself ends but for `/>` and the blanks before it. */
export function slashOffset(text: string, { end }: Element): number {
  return beforeBlanks(text, end - '/>'.length);
}
