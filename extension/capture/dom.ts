import { reach } from '../messages/runtime.ts';

/**
 * Reads the DOM through the prototypes of the content script's own world. A named form control (`<input
 * name="textContent">`) shadows the form's property of that name, and an image shadows the document's, in every world.
 */
function getter<Holder extends object, Name extends keyof Holder>(prototype: Holder, name: Name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(String(name));
  return (holder: Holder): Holder[Name] => get.call(holder);
}

const firstChild = getter(Node.prototype, 'firstChild');
const nextSibling = getter(Node.prototype, 'nextSibling');
const valueOfInput = getter(HTMLInputElement.prototype, 'value');
const typeOfInput = getter(HTMLInputElement.prototype, 'type');
const valueOfTextArea = getter(HTMLTextAreaElement.prototype, 'value');

export const parentOf = getter(Node.prototype, 'parentElement');
export const nameOf = getter(Element.prototype, 'localName');
const openShadowOf = getter(Element.prototype, 'shadowRoot');
const { assignedNodes } = HTMLSlotElement.prototype;
export const isConnected = getter(Node.prototype, 'isConnected');

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const attributesOf = (element: Element): string[] =>
  Element.prototype.getAttributeNames.call(element).map((name) => attributeOf(element, name) ?? '');

export const setAttribute = (element: Element, name: string, value: string): void =>
  Element.prototype.setAttribute.call(element, name, value);

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** Elements to which a page can attach a shadow root: the names that the DOM standard lists, and custom elements. */
const shadowHostNames =
  /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Closed roots found so far: a script whose extension is gone can no longer ask for them. */
const closedRoots = new WeakMap<Element, ShadowRoot>();

/** Chromium gives extensions a function for closed shadow roots, Firefox a property. */
function closedShadowOf(element: Element): ShadowRoot | null {
  const found = reach(
    ({ dom }) =>
      dom?.openOrClosedShadowRoot(element) ??
      (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot,
  );
  if (found) closedRoots.set(element, found);
  return found ?? closedRoots.get(element) ?? null;
}

/** The shadow root of an element, open or closed. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = openShadowOf(element);
  if (open || !(element instanceof HTMLElement && shadowHostNames.test(nameOf(element)))) return open;
  return closedShadowOf(element);
}

/** Leaves out the most frequent elements that cannot have a shadow root, such as those of lists and tables. */
const mayHoldShadow = ':not(a,b,br,button,i,img,input,label,li,option,path,script,select,svg,td,th,tr,ul)';

/** The shadow roots of a node and its descendants, without those nested inside them. */
export function* shadowsIn(node: Node): Generator<ShadowRoot> {
  const below = queryAll(node, mayHoldShadow);
  for (const element of node instanceof Element ? [node, ...below] : below) {
    const shadow = shadowOf(element);
    if (shadow) yield shadow;
  }
}

export function* childrenOf(node: Node): Generator<Node> {
  for (let child = firstChild(node); child; child = nextSibling(child)) yield child;
}

export const childElements = (element: Element): Element[] =>
  [...childrenOf(element)].filter((child) => child instanceof Element);

/** The text nodes below a node, or the node itself. */
export function* textsIn(node: Node): Generator<Text> {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  if (node instanceof Text) yield node;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) yield text as Text;
}

/** The text of a node and its descendants; reading stops soon after `limit` characters. */
export function textOf(node: Node, limit = Number.POSITIVE_INFINITY): string {
  if (node instanceof Text) return node.data;
  let text = '';
  for (const child of childrenOf(node)) {
    if (text.length > limit) break;
    text += textOf(child, limit - text.length);
  }
  return text;
}

/** The text of an element as a person sees it, including the content of its slots. */
export function shownTextOf(node: Node): string {
  if (node instanceof Text) return node.data;
  return node instanceof Element ? [...shownChildrenOf(node)].map(shownTextOf).join('') : '';
}

/** The root that an element's ids belong to. */
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** The children that a person sees: those of its shadow root, or the nodes assigned to a slot, instead of its own. */
export function shownChildrenOf(element: Element): Iterable<Node> {
  const assigned = element instanceof HTMLSlotElement ? assignedNodes.call(element) : [];
  return assigned.length > 0 ? assigned : childrenOf(shadowOf(element) ?? element);
}

/** The slot that an element is assigned to; `assignedSlot` does not reveal a slot of a closed shadow root. */
function slotOf(element: Element): Element | undefined {
  const parent = parentOf(element);
  const shadow = parent && shadowOf(parent);
  if (!shadow) return undefined;
  const name = attributeOf(element, 'slot') ?? '';
  return queryAll(shadow, 'slot').find((slot) => (attributeOf(slot, 'name') ?? '') === name);
}

/** The parent as a person sees it: the slot that the element is assigned to, or the host of its shadow root. */
export function above(element: Element): Element | null {
  const parent = slotOf(element) ?? parentOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The value of a control, read from its property: the markup need not contain it. */
export function controlValue(element: Element): string | undefined {
  if (element instanceof HTMLTextAreaElement) return valueOfTextArea(element);
  if (element instanceof HTMLInputElement && !inputsWithoutText.test(typeOfInput(element)))
    return valueOfInput(element);
  return undefined;
}

const inputsWithoutText = /^(?:hidden|checkbox|radio|button|submit|reset|image|file|range|color)$/;

export const dialogSelector = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';

export const isDialog = (element: Element): boolean => matches(element, dialogSelector);

/** Whether a person can see an element: it has a box and is not `visibility: hidden`. */
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
