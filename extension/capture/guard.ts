import { buttonAt, namesOfButton } from './box.ts';
import { above, rootOf, shadowOf } from './dom.ts';
import { isWithin } from './pieces.ts';
import { viewsAround } from './place.ts';
import { keepsOpen, saysClose } from './words.ts';

/** What must stay open, and where its fields stand. */
export interface Held {
  readonly box: Element;
  readonly fields: readonly Element[];
}

/**
 * Says whether a press on an element may end the pop-up: on a button of it that neither copies nor reveals, on its own
 * surface (which is the backdrop of some), or anywhere outside it.
 */
function mayClose(target: Element, { box, fields }: Held): boolean {
  if (target === box || !isWithin(target, box)) return true;
  const button = buttonAt(target, box);
  if (!button) return false;
  const names = namesOfButton(button);
  if (names.some(saysClose)) return true;
  return !keepsOpen(names.join(' ')) && !fields.some((field) => isWithin(button, rowOf(field, box, fields)));
}

/** The largest element around one field that holds no other: its label, its copy icon. */
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

/** A second press counts as meant when it comes this long after the first: a double click does not, in milliseconds. */
const deliberate = 500;

const presses = 'pointerdown mousedown pointerup mouseup touchstart touchend click auxclick';
const others = 'keydown cancel submit';

/**
 * Keeps a pop-up open until its key is safe. The first press that may end it is held and reported, and so is Escape;
 * a second, deliberate one always passes. A script's own events neither pass nor count.
 *
 * @param held gives the pop-up as it is now
 * @param onHeld is called for each press that was held
 * @returns ends the holding
 */
export function guard(held: () => Held, onHeld: () => void): () => void {
  const ending = new AbortController();
  const options = { capture: true, passive: false, signal: ending.signal };
  const decide = decision(onHeld);
  // In a frame, the pages around it may close it; they are of the same origin.
  for (const view of [window, ...viewsAround(window)]) {
    const handle = (event: Event) => {
      if (aimsAtEnd(event, view === window ? held() : undefined)) decide(event);
    };
    for (const type of `${presses} ${others}`.split(' ')) view.addEventListener(type, handle, options);
    view.addEventListener('beforeunload', warn, options);
  }
  return () => ending.abort();
}

function decision(onHeld: () => void): (event: Event) => void {
  let firstHeld: number | undefined;
  let passes = false;
  return (event) => {
    if (event.isTrusted && beginsPress(event)) {
      passes ||= firstHeld !== undefined && event.timeStamp - firstHeld >= deliberate;
      if (!passes) {
        firstHeld ??= event.timeStamp;
        onHeld();
      }
    }
    if (event.isTrusted && passes) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

/** Says whether an event begins a press; the others of the same press follow what was decided for it. */
function beginsPress(event: Event): boolean {
  if (isKey(event)) return !event.repeat;
  return event.type === 'pointerdown' || isFromKeyboard(event);
}

/** @param held is not given for an event outside the pop-up's own page */
function aimsAtEnd(event: Event, held: Held | undefined): boolean {
  if (isKey(event) && endsByKey(event)) return true;
  if (isKey(event) && event.key !== 'Enter' && event.key !== ' ') return false;
  if (event.type === 'cancel' || event.type === 'submit' || !held) return true;
  const target = targetOf(event);
  return target !== undefined && mayClose(target, held);
}

/** What an event is aimed at: the event itself names the host of a closed shadow root, and nothing inside of it. */
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

/** A key, or a click without a pointer, goes to what has the focus. */
function innerTarget(event: Event, shadow: ShadowRoot): Element | null {
  const { clientX, clientY } = (event as TouchEvent).changedTouches?.[0] ?? (event as MouseEvent);
  const isPointed = clientX !== undefined && !isFromKeyboard(event);
  return isPointed ? shadow.elementFromPoint(clientX, clientY) : shadow.activeElement;
}

/** A click without a pointer comes from the keyboard or from assistive technology. */
const isFromKeyboard = (event: Event) => event.type === 'click' && (event as UIEvent).detail === 0;

/** An event of another page is of a class of that page. */
const isKey = (event: Event): event is KeyboardEvent => 'key' in event;

function endsByKey({ key, altKey }: KeyboardEvent): boolean {
  return key === 'Escape' || (altKey && (key === 'ArrowLeft' || key === 'ArrowRight'));
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
