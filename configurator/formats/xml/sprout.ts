import type { Assignment } from '../format.ts';
import type { Selector, Step } from './address.ts';

/** An element to be made, or one that gets more. */
export interface Sprout {
  readonly name: string;
  /** The attribute that tells it from its siblings. */
  readonly selector: Selector | undefined;
  readonly attributes: Map<string, Assignment>;
  readonly children: Sprout[];
  text: Assignment | undefined;
}

export function newSprout(name: string, selector?: Selector): Sprout {
  return { name, selector, attributes: new Map(), children: [], text: undefined };
}

/**
 * Goes a step down, to an element that another address already asked for, or to a new one.
 *
 * @returns `undefined` where the parent is to hold a text
 */
export function addStep(parent: Sprout, { name, selector }: Step): Sprout | undefined {
  if (parent.text) return undefined;
  const known = parent.children.find(
    (child) =>
      child.name === name &&
      child.selector?.attribute === selector?.attribute &&
      child.selector?.value === selector?.value,
  );
  if (known) return known;
  const child = newSprout(name, selector);
  parent.children.push(child);
  return child;
}
