import { printXmlPath, type Step, type XmlAddress } from './address.ts';

/** The value of the attribute at an address, if there is one. */
export type AttributeValue = (address: string) => string | undefined;

/** Says whether a place is one of those that an address may mean. */
export function matchesAddress(wanted: XmlAddress, found: XmlAddress, textOf: AttributeValue): boolean {
  return (
    sameName(wanted.attribute, found.attribute) && matchSteps(wanted.steps, found.steps, textOf) === 'all'
  );
}

/** Says whether the steps of an element lead along an address, and whether to its end. */
export function matchSteps(
  wanted: readonly Step[],
  found: readonly Step[],
  textOf: AttributeValue,
): 'all' | number | undefined {
  let position = 0;
  for (const [depth, step] of found.entries()) {
    const taken = matchName(wanted, position, step.name);
    const last = taken && wanted[position + taken - 1];
    if (!taken || !last || !tellsElement(last, found.slice(0, depth + 1), textOf)) return undefined;
    position += taken;
  }
  return position === wanted.length ? 'all' : position;
}

/** How many wanted steps the name of one element covers: several where it has dots. */
function matchName(wanted: readonly Step[], position: number, name: string): number | undefined {
  const first = wanted[position];
  if (!first) return undefined;
  if (sameName(first.name, name)) return 1;
  const count = name.split('.').length;
  const covering = wanted.slice(position, position + count);
  const plain = covering.every(
    ({ quoted, index, selector }, at) => !quoted && (at === count - 1 || (index === undefined && !selector)),
  );
  return plain && sameName(covering.map((step) => step.name).join('.'), name) ? count : undefined;
}

/** A name without prefix fits any prefix. */
function sameName(wanted: string | undefined, found: string | undefined): boolean {
  if (wanted === found) return true;
  return wanted !== undefined && !wanted.includes(':') && found?.slice(found.indexOf(':') + 1) === wanted;
}

function tellsElement({ index, selector }: Step, steps: readonly Step[], textOf: AttributeValue): boolean {
  if (index !== undefined && index !== (steps.at(-1)?.index ?? 0)) return false;
  return !selector || textOf(printXmlPath({ steps, attribute: selector.attribute })) === selector.value;
}
