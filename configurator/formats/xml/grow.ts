import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit } from '../format.ts';
import type { TitledContext } from '../slot.ts';
import {
  type AttributeValue,
  attributeValues,
  matchSteps,
  parseXmlAddress,
  type Step,
  type XmlAddress,
} from './address.ts';
import { type Element, stepsTo } from './element.ts';
import { addStep, elementToAdd, type NewElement } from './markup.ts';
import type { XmlDocument } from './parse.ts';
import { placeAttributes, placeElements } from './place.ts';
import { isNamespace, type XmlSlot } from './slots.ts';

/** The file that new entries are added to. */
export interface GrowContext {
  readonly text: string;
  readonly document: XmlDocument;
  readonly slots: readonly XmlSlot[];
  /** Addresses of the places that get a value: they cannot get child elements too. */
  readonly written: ReadonlySet<string>;
}

/** The edits that add entries. */
export interface Growth {
  readonly attributes: Edit[];
  readonly elements: Edit[];
}

/**
 * Adds missing entries, each below the deepest existing element of its address. Entries for one element are added together,
 * so that a new parent of several is created once.
 *
 * @throws Refusal `entry-missing` where no element takes it; `entry-duplicate` where several may; `entry-not-literal`;
 *   `value-unrepresentable`
 */
export function growXml(within: GrowContext, missing: readonly Assignment[], context: TitledContext): Growth {
  const textOf = attributeValues(within.slots);
  const below = new Map<Element, NewElement>();
  for (const assignment of missing) {
    const wanted = parseXmlAddress(assignment.address);
    const refusal = new Refusal('entry-missing', { file: context.file, address: assignment.address });
    if (!wanted) throw refusal;
    const { element, taken } = parentOf(within, wanted, textOf, assignment, context);
    const rest = wanted.steps.slice(taken);
    if (rest.length > 0) {
      refuseClosed(within, element, assignment, context);
      if (within.written.has(element.address)) throw refusal;
    }
    const newElement = below.get(element) ?? elementToAdd(element.name);
    below.set(element, newElement);
    if (!addTo(newElement, rest, wanted.attribute, element, assignment)) throw refusal;
  }
  const spot = { ...within, ...context };
  const grown = [...below];
  return {
    attributes: grown.flatMap(([element, newElement]) => placeAttributes(element, newElement, spot)),
    elements: grown.flatMap(([element, newElement]) => placeElements(element, newElement.children, spot)),
  };
}

interface Reached {
  readonly element: Element;
  /** How many steps of the address it covers. */
  readonly taken: number;
}

/** @throws Refusal `entry-missing`, `entry-duplicate` */
function parentOf(
  { document, slots }: GrowContext,
  { steps }: XmlAddress,
  textOf: AttributeValue,
  { address }: Assignment,
  { file }: TitledContext,
): Reached {
  const reached = reach(document.root, steps, textOf);
  const most = reached.reduce((highest, { taken }) => Math.max(highest, taken), 0);
  const [first, ...others] = reached.filter(({ taken }) => taken === most);
  if (!first) throw new Refusal('entry-missing', { file, address });
  if (others.length === 0) return first;
  const elements = new Set([first, ...others].map(({ element }) => element.address));
  const lines = slots.filter((slot) => elements.has(slot.address)).map(({ line }) => line);
  throw new Refusal('entry-duplicate', { file, address, lines: lines.join(', ') });
}

/** Every element along an address. */
function reach(element: Element, wanted: readonly Step[], textOf: AttributeValue): Reached[] {
  const matched = matchSteps(wanted, stepsTo(element), textOf);
  if (matched === undefined) return [];
  if (matched === 'all') return [{ element, taken: wanted.length }];
  return [{ element, taken: matched }, ...element.children.flatMap((child) => reach(child, wanted, textOf))];
}

/** Attributes that tell .NET that a section is in another file, or encrypted: it then refuses elements in it. */
const elsewhere = /^(?:configSource|configProtectionProvider)$/;

/** @throws Refusal `entry-not-literal` where the element holds a text, or its reader does not look into it */
function refuseClosed(
  { slots }: GrowContext,
  element: Element,
  { address }: Assignment,
  { file }: TitledContext,
): void {
  const closed = element.nil || element.attributes.some(({ name }) => elsewhere.test(name));
  if (!closed && element.text.trim() === '') return;
  const line = slots.find((slot) => slot.element === element)?.line ?? 1;
  throw new Refusal('entry-not-literal', { file, address, line });
}

/** Names that every encoding holds. */
const plainName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** @returns false where the rest of an address cannot be created: it has an index, or invalid names */
function addTo(
  newElement: NewElement,
  rest: readonly Step[],
  attribute: string | undefined,
  parent: Element,
  assignment: Assignment,
): boolean {
  let at: NewElement | undefined = newElement;
  for (const step of rest) {
    const names = [step.name, step.selector?.attribute ?? 'x'];
    if (step.index !== undefined || !names.every((name) => isUsable(name, parent))) return false;
    at = at && addStep(at, { ...step, name: withPrefix(step.name, parent) });
  }
  if (!at) return false;
  if (attribute !== undefined) {
    if (!isUsable(attribute, parent) || isNamespace(attribute) || at.attributes.has(attribute)) return false;
    at.attributes.set(attribute, assignment);
    return true;
  }
  if (at.text || at.children.length > 0) return false;
  at.text = assignment;
  return true;
}

/** Without a prefix in the address, a new element gets its parent's. */
function withPrefix(name: string, { name: parent }: Element): string {
  const colon = parent.indexOf(':');
  return name.includes(':') || colon < 0 ? name : parent.slice(0, colon + 1) + name;
}

function isUsable(name: string, parent: Element): boolean {
  const [prefix, local] = name.split(':');
  return plainName.test(name) && (local === undefined || isBound(`xmlns:${prefix}`, parent));
}

function isBound(declaration: string, element: Element | undefined): boolean {
  if (!element) return false;
  return element.attributes.some(({ name }) => name === declaration) || isBound(declaration, element.parent);
}
