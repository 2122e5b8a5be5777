/**
 * Reads the DOM through the prototypes of the content script's own world. A control of a form shadows the form's
 * properties by its name (`<input name="textContent">`), and an image the document's, in every world.
 */
function getter<Holder extends object, Name extends keyof Holder>(prototype: Holder, name: Name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`no getter ${String(name)}`);
  return (holder: Holder): Holder[Name] => get.call(holder);
}

const firstChild = getter(Node.prototype, 'firstChild');
const nextSibling = getter(Node.prototype, 'nextSibling');
const valueOfInput = getter(HTMLInputElement.prototype, 'value');
const valueOfTextArea = getter(HTMLTextAreaElement.prototype, 'value');

export const parentOf = getter(Node.prototype, 'parentElement');
export const nameOf = getter(Element.prototype, 'localName');
export const shadowOf = getter(Element.prototype, 'shadowRoot');
export const isConnected = getter(Node.prototype, 'isConnected');

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const setAttribute = (element: Element, name: string, value: string): void =>
  Element.prototype.setAttribute.call(element, name, value);

export const contains = (node: Node, other: Node): boolean => Node.prototype.contains.call(node, other);

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export function* childrenOf(node: Node): Generator<Node> {
  for (let child = firstChild(node); child; child = nextSibling(child)) yield child;
}

/** The text of a node and all below it, read no further than a little over `limit` letters. */
export function textOf(node: Node, limit = Number.POSITIVE_INFINITY): string {
  if (node instanceof Text) return node.data;
  let text = '';
  for (const child of childrenOf(node)) {
    if (text.length > limit) break;
    text += textOf(child, limit - text.length);
  }
  return text;
}

/** The root that an element's ids belong to. */
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** Goes up one element, out of an open shadow root to its host. */
export function above(element: Element): Element | null {
  const parent = parentOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The text that a control holds as its property, which need not be in the markup. */
export function controlValue(element: Element): string | undefined {
  if (element instanceof HTMLTextAreaElement) return valueOfTextArea(element);
  if (element instanceof HTMLInputElement && !matches(element, otherInputs)) return valueOfInput(element);
  return undefined;
}

const otherInputs = [
  'hidden',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
  'range',
  'color',
]
  .map((type) => `[type=${type}]`)
  .join();

/** Says whether a person can see an element; what has no box, or `visibility: hidden`, they cannot. */
export function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

export function queryAll(root: Node, selector: string): Element[] {
  const prototype =
    root instanceof Document
      ? Document.prototype
      : root instanceof DocumentFragment
        ? DocumentFragment.prototype
        : Element.prototype;
  return [
    ...(prototype.querySelectorAll as ParentNode['querySelectorAll']).call(root as ParentNode, selector),
  ];
}
