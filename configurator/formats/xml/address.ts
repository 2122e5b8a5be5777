/** A step down to an element: its name, and which one of several it is. */
export interface Step {
  readonly name: string;
  /** Dots in a quoted name are part of it, not steps. */
  readonly quoted: boolean;
  /** Position among the siblings of the same name, from 0. */
  readonly index?: number;
  /** An attribute that tells the element. */
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
 *     configuration.appSettings.add[@key="X"]/@value  an attribute of the element that another one tells
 *     settings.setting[1].value                       below the second of several elements of one name, from 0
 *     configuration."system.web"/@debug               an element whose name has dots
 *
 * Names are as the file has them, with their prefix; without one, any prefix fits. Without quotes, dots also match dots
 * inside a name. `/` may stand for `.`.
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

/** @returns `undefined` where the text is no address */
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

/** The one spelling of a place that entries carry. The first of several elements has no position. */
export function printXmlPath({ steps, attribute }: XmlAddress): string {
  return steps.map(printStep).join('.') + (attribute === undefined ? '' : `/@${attribute}`);
}
