import { reach } from '../messages/runtime.ts';

/**
 * Reads the DOM through the prototypes of the content script's own world. A control of a form shadows the form's
 * properties by its name (`<input name="textContent">`), and an image the document's, in every world.
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

/** What may have a shadow root of the page's own making: the names that the DOM standard lists, and custom elements. */
const hostNames = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** What a closed root was found to be stays known, for a script whose extension is gone. */
const closed = new WeakMap<Element, ShadowRoot>();

/** Chromium gives extensions a function for closed shadow roots, Firefox a property. */
function closedShadowOf(element: Element): ShadowRoot | null {
  const found = reach(
    ({ dom }) =>
      dom?.openOrClosedShadowRoot(element) ??
      (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot,
  );
  if (found) closed.set(element, found);
  return found ?? closed.get(element) ?? null;
}

/** The shadow root of an element, a closed one too. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = openShadowOf(element);
  if (open || !(element instanceof HTMLElement && hostNames.test(nameOf(element)))) return open;
  return closedShadowOf(element);
}

/** Lists and tables, which are what a page has most of, cannot have a shadow root. */
const mayHoldShadow = ':not(a,b,br,button,i,img,input,label,li,option,path,script,select,svg,td,th,tr,ul)';

/** The shadow roots of a node and of what is below it, but not those inside of them. */
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

/** The text of an element as a person sees it: with what stands in its slots. */
export function shownTextOf(node: Node): string {
  if (node instanceof Text) return node.data;
  return node instanceof Element ? [...shownChildrenOf(node)].map(shownTextOf).join('') : '';
}

/** The root that an element's ids belong to. */
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** What a person sees in an element: what is in its shadow root, or what stands in a slot, comes before its children. */
export function shownChildrenOf(element: Element): Iterable<Node> {
  const assigned = element instanceof HTMLSlotElement ? assignedNodes.call(element) : [];
  return assigned.length > 0 ? assigned : childrenOf(shadowOf(element) ?? element);
}

/** The slot that an element stands in; `assignedSlot` would not tell one of a closed shadow root. */
function slotOf(element: Element): Element | undefined {
  const parent = parentOf(element);
  const shadow = parent && shadowOf(parent);
  if (!shadow) return undefined;
  const name = attributeOf(element, 'slot') ?? '';
  return queryAll(shadow, 'slot').find((slot) => (attributeOf(slot, 'name') ?? '') === name);
}

/** Goes up one element as a person sees it: out of a shadow root to its host, into the slot that it stands in. */
export function above(element: Element): Element | null {
  const parent = slotOf(element) ?? parentOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The text that a control holds as its property, which need not be in the markup. */
export function controlValue(element: Element): string | undefined {
  if (element instanceof HTMLTextAreaElement) return valueOfTextArea(element);
  if (element instanceof HTMLInputElement && !otherInputs.test(typeOfInput(element)))
    return valueOfInput(element);
  return undefined;
}

const otherInputs = /^(?:hidden|checkbox|radio|button|submit|reset|image|file|range|color)$/;

export const dialogs = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';

export const isDialog = (element: Element): boolean => matches(element, dialogs);

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
