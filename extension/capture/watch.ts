import { isConnected, isShown, parentOf, shadowsIn } from './dom.ts';
import { type Candidate, candidatesIn, type Finding, lookAgain, lookAtAll } from './find.ts';
import { isWithin } from './pieces.ts';
import type { Session } from './session.ts';

/** How often a page is looked at while no key is at stake, in milliseconds. */
const idle = 100;
/** The longest wait for a frame: a tab in the background draws none. */
const frame = 40;
/** How long a page that is drawn at large is left alone before all of it is searched, in milliseconds. */
const [shortestRest, longestRest] = [40, 150];
/** More changes at once are a page that is being drawn at large. */
const most = 50;
/** How much longer than a search took: what it costs the page is a few hundredths. */
const restFactor = 60;
/** How often the elements that are there are asked for a new shadow root, at the most, in milliseconds. */
const shadowRest = 200;

/**
 * Watches a page for the pop-up and runs one session for each. Nodes are searched once, as they come, but for those of a
 * page that draws very many at once: all of it is searched a moment later. Afterwards only the few candidates are looked
 * at, again and again: a property that changes, or a class that reveals, is no mutation.
 */
export class Watch {
  readonly #begin: (finding: Finding) => Session;
  readonly #onChange: () => void;
  readonly #candidates = new Map<Element, Candidate>();
  readonly #sessions = new Map<Element, { session: Session; finding: Finding }>();
  readonly #observer = new MutationObserver((records) => this.#take(records));
  /** What is observed: the page, and every shadow root that was found in it. */
  readonly #roots = new Set<Node>();
  /** What the last search took, in milliseconds. */
  #cost = 0;
  #waiting = false;
  #isEdited = false;
  #isOver = false;

  /**
   * @param begin makes the session of a pop-up that was found
   * @param onChange is told that the page has changed
   */
  constructor(begin: (finding: Finding) => Session, onChange: () => void = () => {}) {
    this.#begin = begin;
    this.#onChange = onChange;
  }

  /** Searches what is there and whatever comes under a root. */
  start(root: Node): void {
    this.#observe(root);
    this.#search(root);
    this.#look();
    this.#searchNewShadows();
  }

  /**
   * Searches the shadow roots that came after their host was searched, now and for ever: a script that attaches one, or
   * upgrades an element that then does, changes nothing that an observer is told of.
   */
  #searchNewShadows(): void {
    if (this.#isOver) return;
    const begin = performance.now();
    const known = this.#candidates.size;
    for (const root of this.#roots) {
      for (const shadow of shadowsIn(root)) {
        if (this.#roots.has(shadow)) continue;
        this.#observe(shadow);
        this.#search(shadow);
      }
    }
    if (this.#candidates.size > known) this.#look();
    const rest = Math.max(shadowRest, (performance.now() - begin) * restFactor);
    setTimeout(() => this.#searchNewShadows(), rest);
  }

  /** Ends the watching: another script has taken over. */
  end(): void {
    this.#isOver = true;
    this.#observer.disconnect();
    for (const { session } of this.#sessions.values()) session.end();
  }

  #observe(root: Node): void {
    this.#roots.add(root);
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #take(records: readonly MutationRecord[]): void {
    if (records.length > most) this.#pause();
    else this.#searchAdded(records);
    this.#onChange();
  }

  #searchAdded(records: readonly MutationRecord[]): void {
    const known = this.#candidates.size;
    const seen = new Set<Node>();
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        const parent = parentOf(node);
        // What came together with its parent was searched as a part of it.
        if (!seen.has(node) && !(parent && seen.has(parent))) this.#search(node);
        seen.add(node);
      }
    }
    if (this.#candidates.size > known) this.#look();
  }

  /** Being told of each change costs a page that is drawn at large more than all else here. */
  #pause(): void {
    this.#observer.disconnect();
    setTimeout(() => this.#catchUp(), Math.min(longestRest, Math.max(shortestRest, this.#cost * restFactor)));
  }

  /** Searches whatever came while nothing was observed. */
  #catchUp(): void {
    if (this.#isOver) return;
    const begin = performance.now();
    const known = this.#candidates.size;
    for (const root of this.#roots) {
      if (isConnected(root)) this.#observe(root);
      else this.#roots.delete(root);
    }
    // Shadow roots are searched with what holds them.
    for (const root of this.#roots) if (!(root instanceof ShadowRoot)) this.#search(root);
    this.#cost = performance.now() - begin;
    if (this.#candidates.size > known) this.#look();
    this.#onChange();
  }

  #search(root: Node): void {
    for (const candidate of candidatesIn(root, (shadow) => this.#observe(shadow))) {
      if (!this.#candidates.get(candidate.element)?.language) {
        this.#candidates.set(candidate.element, candidate);
      }
    }
  }

  #look(): void {
    if (this.#isOver) return;
    for (const element of this.#candidates.keys()) {
      if (!isConnected(element)) this.#candidates.delete(element);
    }
    const found = [...lookAtAll(this.#candidates.values()).values()];
    const shown = found.filter(({ isEdited }) => !isEdited);
    this.#noticeEdited(shown.length < found.length);
    for (const finding of shown) {
      const isKnown = [...this.#sessions.keys()].some((box) => areNested(box, finding.box));
      if (!isKnown) this.#sessions.set(finding.box, { session: this.#begin(finding), finding });
    }
    for (const [box, { session, finding }] of this.#sessions) {
      const isThere = isConnected(box) && isShown(box);
      const now = isThere
        ? (shown.find((other) => areNested(box, other.box)) ?? lookAgain(finding))
        : undefined;
      if (now) session.see(now);
      else {
        this.#sessions.delete(box);
        session.gone();
      }
    }
    this.#schedule();
  }

  /** The value of a key that may be changed can come without any change that an observer is told of. */
  #noticeEdited(isEdited: boolean): void {
    if (isEdited !== this.#isEdited) this.#onChange();
    this.#isEdited = isEdited;
  }

  #schedule(): void {
    if (this.#waiting || this.#candidates.size + this.#sessions.size === 0) return;
    this.#waiting = true;
    const atStake = [...this.#sessions.values()].some(({ session }) => !session.isSafe);
    void nextLook(atStake).then(() => {
      this.#waiting = false;
      this.#look();
    });
  }
}

/** Two boxes of which one holds the other show one pop-up. */
const areNested = (one: Element, other: Element) => isWithin(one, other) || isWithin(other, one);

function nextLook(atStake: boolean): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, atStake ? frame : idle);
    if (atStake) requestAnimationFrame(() => resolve());
  });
}
