import { Refusal } from '../../../shared/refusal.ts';
import type { Entry } from '../format.ts';
import { onlyOne, type TitledContext } from '../slot.ts';

/** A step down to an element: its name, and which one it is of several with that name. */
export interface Step {
  readonly name: string;
  /** Dots in a quoted name are part of it, not steps. */
  readonly quoted: boolean;
  /** Position among the siblings of the same name, from 0. */
  readonly index?: number;
  /** An attribute that identifies the element. */
  readonly selector?: Selector;
}

export interface Selector {
  readonly attribute: string;
  readonly value: string;
}

/**
 * An address in an XML file:
 *
 *     PaylineProperties.accessKey                     the text of an element
 *     configuration.appSettings.add[@key="X"]/@value  an attribute of the element that another attribute identifies
 *     settings.setting[1].value                       below the second of several elements with one name, from 0
 *     configuration."system.web"/@debug               an element whose name has dots
 *
 * Names are written as in the file, with their prefix; without one, any prefix matches. Without quotes, dots also match
 * dots inside a name. `/` may be used for `.`.
 */
export interface XmlAddress {
  readonly steps: readonly Step[];
  readonly attribute?: string;
}

const token =
  /(?<sign>[./]?)(?:@(?<attribute>[^\s./"'[\]@=]+)$|(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s./"'[\]@]+))(?:\[@(?<selector>[^\s="'\]]+)=(?<value>"(?:[^"\\]|\\.)*"|'[^']*')\])?(?:\[(?<index>\d{1,9})\])?)/y;

function unquote(source: string): string | undefined {
  if (source.startsWith("'")) return source.slice(1, -1);
  try {
    return JSON.parse(source) as string;
  } catch {
    return undefined;
  }
}

function readStep(groups: Readonly<Record<string, string | undefined>>): Step | undefined {
  const { quoted, bare, selector, value, index } = groups;
  const name = quoted === undefined ? bare : unquote(`"${quoted}"`);
  const wanted = value === undefined ? undefined : unquote(value);
  if (!name || (value !== undefined && wanted === undefined)) return undefined;
  return {
    name,
    quoted: quoted !== undefined,
    ...(index !== undefined && { index: Number(index) }),
    ...(selector !== undefined &&
      wanted !== undefined && { selector: { attribute: selector, value: wanted } }),
  };
}

/** @returns `undefined` where the text is not an address */
export function parseXmlAddress(text: string): XmlAddress | undefined {
  const steps: Step[] = [];
  token.lastIndex = 0;
  for (let position = 0; position < text.length; position = token.lastIndex) {
    token.lastIndex = position;
    const groups = token.exec(text)?.groups;
    if (!groups || (groups['sign'] === '') !== (position === 0)) return undefined;
    const { attribute } = groups;
    if (attribute !== undefined) return steps.length > 0 ? { steps, attribute } : undefined;
    const step = readStep(groups);
    if (!step) return undefined;
    steps.push(step);
  }
  return steps.length > 0 ? { steps } : undefined;
}

const bareName = /^[^\s./"'[\]@]+$/;

/** One step of `printXmlPath`. */
export function printStep({ name, index }: Pick<Step, 'name' | 'index'>): string {
  const printed = bareName.test(name) ? name : JSON.stringify(name);
  return index ? `${printed}[${index}]` : printed;
}

/** The canonical address that entries have. The first of several elements has no index. */
function printXmlPath({ steps, attribute }: XmlAddress): string {
  return steps.map(printStep).join('.') + (attribute === undefined ? '' : `/@${attribute}`);
}

/** The value of the attribute at an address, if there is one. */
export type AttributeValue = (address: string) => string | undefined;

/** Whether an address may mean a place. */
function matchesAddress(wanted: XmlAddress, found: XmlAddress, textOf: AttributeValue): boolean {
  return (
    sameName(wanted.attribute, found.attribute) && matchSteps(wanted.steps, found.steps, textOf) === 'all'
  );
}

/** Matches an element's path with the beginning of an address. @returns how far it matches */
export function matchSteps(
  wanted: readonly Step[],
  found: readonly Step[],
  textOf: AttributeValue,
): 'all' | number | undefined {
  let position = 0;
  for (const [depth, step] of found.entries()) {
    const taken = matchName(wanted, position, step.name);
    const last = taken && wanted[position + taken - 1];
    if (!taken || !last || !matchesStep(last, found.slice(0, depth + 1), textOf)) return undefined;
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

function matchesStep({ index, selector }: Step, steps: readonly Step[], textOf: AttributeValue): boolean {
  if (index !== undefined && index !== (steps.at(-1)?.index ?? 0)) return false;
  return !selector || textOf(printXmlPath({ steps, attribute: selector.attribute })) === selector.value;
}

/** Looks attributes up by address. The table is built on first use: most addresses need none. */
export function attributeValues(entries: readonly Entry[]): AttributeValue {
  let values: ReadonlyMap<string, string | undefined> | undefined;
  return (address) => {
    values ??= new Map(entries.map((entry) => [entry.address, entry.value]));
    return values.get(address);
  };
}

/**
 * Finds the one entry at an address.
 *
 * @throws Refusal `address-malformed`; `entry-duplicate` where several fit, with their lines
 */
export function findByXmlAddress<E extends Entry>(
  entries: readonly E[],
  address: string,
  { file, title: format }: TitledContext,
): E | undefined {
  const wanted = parseXmlAddress(address);
  if (!wanted) throw new Refusal('address-malformed', { file, address, format });
  const textOf = attributeValues(entries);
  const last = wanted.attribute ?? wanted.steps.at(-1)?.name ?? '';
  const found = entries.filter((entry) => {
    // A quick test first: few addresses contain the last name, and parsing one is slow.
    const path = entry.address.includes(last) ? parseXmlAddress(entry.address) : undefined;
    return path !== undefined && matchesAddress(wanted, path, textOf);
  });
  return onlyOne(found, address, file);
}
