import { buttonAt, namesOfButton } from './box.ts';
import { above, rootOf, shadowOf } from './dom.ts';
import { isWithin } from './pieces.ts';
import { viewsAround } from './place.ts';
import { keepsOpen, saysClose } from './words.ts';

/** The pop-up that must stay open, and the elements of its fields. */
export interface HeldPopup {
  readonly box: Element;
  readonly fields: readonly Element[];
}

/**
 * Whether a press on an element may close the pop-up: on one of its buttons that neither copies nor reveals, on its own
 * surface (some use that as their backdrop), or anywhere outside it.
 */
function pressMayClose(target: Element, { box, fields }: HeldPopup): boolean {
  if (target === box || !isWithin(target, box)) return true;
  const button = buttonAt(target, box);
  if (!button) return false;
  const names = namesOfButton(button);
  if (names.some(saysClose)) return true;
  return !keepsOpen(names.join(' ')) && !fields.some((field) => isWithin(button, rowOf(field, box, fields)));
}

/** The largest element around one field that contains no other field: it includes the label and the copy icon. */
function rowOf(field: Element, box: Element, fields: readonly Element[]): Element {
  const others = fields.filter((other) => other !== field);
  let row = field;
  for (let at = above(field); at && at !== box && others.length > 0; at = above(at)) {
    const wider = at;
    if (others.some((other) => isWithin(other, wider))) break;
    row = wider;
  }
  return row;
}

/** A press this long after the first is deliberate, not a double click. In milliseconds. */
const minimumPause = 500;

const pressEvents = 'pointerdown mousedown pointerup mouseup touchstart touchend click auxclick';
const others = 'keydown cancel submit';

/**
 * Keeps a pop-up open until its key is safe. The first press that may close it, or Escape, is blocked and reported; a
 * second, deliberate one always passes. Events made by scripts never pass and never count.
 *
 * @param held returns the pop-up as it is now
 * @param onHeld is called for each press that was blocked
 * @returns stops holding the pop-up open
 */
export function guard(held: () => HeldPopup, onHeld: () => void): () => void {
  const controller = new AbortController();
  const options = { capture: true, passive: false, signal: controller.signal };
  const filterPress = makePressFilter(onHeld);
  // If this page is in a frame, the pages around it, of the same origin, could close it.
  for (const view of [window, ...viewsAround(window)]) {
    const handle = (event: Event) => {
      if (mayClosePopup(event, view === window ? held() : undefined)) filterPress(event);
    };
    for (const type of `${pressEvents} ${others}`.split(' ')) view.addEventListener(type, handle, options);
    view.addEventListener('beforeunload', warnBeforeLeaving, options);
  }
  return () => controller.abort();
}

function makePressFilter(onHeld: () => void): (event: Event) => void {
  let firstHeld: number | undefined;
  let isAllowed = false;
  return (event) => {
    if (event.isTrusted && startsPress(event)) {
      isAllowed ||= firstHeld !== undefined && event.timeStamp - firstHeld >= minimumPause;
      if (!isAllowed) {
        firstHeld ??= event.timeStamp;
        onHeld();
      }
    }
    if (event.isTrusted && isAllowed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

/** Whether an event begins a press; the later events of that press get the same decision. */
function startsPress(event: Event): boolean {
  if (isKey(event)) return !event.repeat;
  return event.type === 'pointerdown' || isFromKeyboard(event);
}

/** @param held is missing for an event outside the pop-up's own page */
function mayClosePopup(event: Event, held: HeldPopup | undefined): boolean {
  if (isKey(event) && isClosingKey(event)) return true;
  if (isKey(event) && event.key !== 'Enter' && event.key !== ' ') return false;
  if (event.type === 'cancel' || event.type === 'submit' || !held) return true;
  const target = targetOf(event);
  return target !== undefined && pressMayClose(target, held);
}

/** The innermost target of an event: for a closed shadow root, the event itself only names the host. */
function targetOf(event: Event): Element | undefined {
  const [first] = event.composedPath();
  if (!(first instanceof Element)) return undefined;
  for (let target = first; ; ) {
    const shadow = shadowOf(target);
    const inner = shadow && innerTarget(event, shadow);
    if (!inner || rootOf(inner) !== shadow) return target;
    target = inner;
  }
}

/** A key press, or a click without a pointer, goes to the focused element. */
function innerTarget(event: Event, shadow: ShadowRoot): Element | null {
  const { clientX, clientY } = (event as TouchEvent).changedTouches?.[0] ?? (event as MouseEvent);
  const isPointed = clientX !== undefined && !isFromKeyboard(event);
  return isPointed ? shadow.elementFromPoint(clientX, clientY) : shadow.activeElement;
}

/** A click without a pointer comes from the keyboard or from assistive technology. */
const isFromKeyboard = (event: Event) => event.type === 'click' && (event as UIEvent).detail === 0;

/** Not `instanceof`: an event of another page has that page's own class. */
const isKey = (event: Event): event is KeyboardEvent => 'key' in event;

function isClosingKey({ key, altKey }: KeyboardEvent): boolean {
  return key === 'Escape' || (altKey && (key === 'ArrowLeft' || key === 'ArrowRight'));
}

function warnBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
