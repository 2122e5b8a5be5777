type Attribute = string | boolean | (() => void);
type Child = Node | string;

/**
 * Makes an element. A function becomes a listener for the event of its name, `true` an attribute without a value, `false` no
 * attribute.
 */
export function element<Tag extends string>(
  tag: Tag,
  attributes?: Record<string, Attribute>,
  ...children: Child[]
): Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement;
export function element(tag: string, attributes: Record<string, Attribute> = {}, ...children: Child[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

const counters = new Map<string, number>();

/** Gives ids as Angular does: `mat-input-0`, `mat-input-1`… */
export function nextId(prefix: string): string {
  const count = counters.get(prefix) ?? 0;
  counters.set(prefix, count + 1);
  return `${prefix}-${count}`;
}
