import { isConnected, isShown, parentOf, shadowsIn } from './dom.ts';
import { type Candidate, candidatesIn, type Finding, readAgain, readCandidates } from './find.ts';
import { isWithin } from './pieces.ts';
import type { Session } from './session.ts';

/** How often the candidates are read while no key is at stake, in milliseconds. */
const idleInterval = 100;
/** The longest wait for a frame, in milliseconds: a background tab draws none. */
const longestFrame = 40;
/** How long a large redraw is left alone before the whole page is searched, in milliseconds. */
const [shortestPause, longestPause] = [40, 150];
/** More changes at once mean that the page is being redrawn. */
const maxRecords = 50;
/**
 * The pause after a search, as a multiple of its duration: searching takes at most a few percent of the page's time.
 */
const pauseFactor = 60;
/** The shortest pause between two searches for new shadow roots, in milliseconds. */
const shadowPause = 200;

/**
 * Watches a page for pop-ups and runs one session for each. Nodes are searched once, when they are added; if a page
 * adds very many at once, the whole page is searched a moment later. After that, only the few candidates are read
 * repeatedly, because a changed property or class causes no mutation that is observed.
 */
export class Watch {
  readonly #startSession: (finding: Finding) => Session;
  readonly #onChange: () => void;
  readonly #candidates = new Map<Element, Candidate>();
  readonly #sessions = new Map<Element, { session: Session; finding: Finding }>();
  readonly #observer = new MutationObserver((records) => this.#handleRecords(records));
  /** The observed roots: the page, and every shadow root found in it. */
  readonly #roots = new Set<Node>();
  /** How long the last search took, in milliseconds. */
  #lastSearchDuration = 0;
  #waiting = false;
  #isEdited = false;
  #isOver = false;

  /**
   * @param begin creates the session for a new pop-up
   * @param onChange is called when the page has changed
   */
  constructor(begin: (finding: Finding) => Session, onChange: () => void = () => {}) {
    this.#startSession = begin;
    this.#onChange = onChange;
  }

  /** Searches a root now, and everything that is added to it later. */
  start(root: Node): void {
    this.#observe(root);
    this.#search(root);
    this.#checkCandidates();
    this.#searchNewShadows();
  }

  /**
   * Keeps searching for shadow roots that were attached after their host was searched: attaching one, directly or by
   * upgrading an element, causes no mutation.
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
    if (this.#candidates.size > known) this.#checkCandidates();
    const rest = Math.max(shadowPause, (performance.now() - begin) * pauseFactor);
    setTimeout(() => this.#searchNewShadows(), rest);
  }

  /** Stops watching: another script has taken over. */
  end(): void {
    this.#isOver = true;
    this.#observer.disconnect();
    for (const { session } of this.#sessions.values()) session.end();
  }

  #observe(root: Node): void {
    this.#roots.add(root);
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #handleRecords(records: readonly MutationRecord[]): void {
    if (records.length > maxRecords) this.#pause();
    else this.#searchAdded(records);
    this.#onChange();
  }

  #searchAdded(records: readonly MutationRecord[]): void {
    const known = this.#candidates.size;
    const seen = new Set<Node>();
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        const parent = parentOf(node);
        // A node added together with its parent was searched as part of it.
        if (!seen.has(node) && !(parent && seen.has(parent))) this.#search(node);
        seen.add(node);
      }
    }
    if (this.#candidates.size > known) this.#checkCandidates();
  }

  /** During a large redraw, observing each mutation would cost more than everything else here. */
  #pause(): void {
    this.#observer.disconnect();
    setTimeout(
      () => this.#searchAll(),
      Math.min(longestPause, Math.max(shortestPause, this.#lastSearchDuration * pauseFactor)),
    );
  }

  /** Searches what was added while nothing was observed. */
  #searchAll(): void {
    if (this.#isOver) return;
    const begin = performance.now();
    const known = this.#candidates.size;
    for (const root of this.#roots) {
      if (isConnected(root)) this.#observe(root);
      else this.#roots.delete(root);
    }
    // Shadow roots are searched with their hosts.
    for (const root of this.#roots) if (!(root instanceof ShadowRoot)) this.#search(root);
    this.#lastSearchDuration = performance.now() - begin;
    if (this.#candidates.size > known) this.#checkCandidates();
    this.#onChange();
  }

  #search(root: Node): void {
    for (const candidate of candidatesIn(root, (shadow) => this.#observe(shadow))) {
      if (!this.#candidates.get(candidate.element)?.language) {
        this.#candidates.set(candidate.element, candidate);
      }
    }
  }

  #checkCandidates(): void {
    if (this.#isOver) return;
    for (const element of this.#candidates.keys()) {
      if (!isConnected(element)) this.#candidates.delete(element);
    }
    const found = [...readCandidates(this.#candidates.values()).values()];
    const shown = found.filter(({ isEdited }) => !isEdited);
    this.#noticeEdited(shown.length < found.length);
    for (const finding of shown) {
      const isKnown = [...this.#sessions.keys()].some((box) => areNested(box, finding.box));
      if (!isKnown) this.#sessions.set(finding.box, { session: this.#startSession(finding), finding });
    }
    for (const [box, { session, finding }] of this.#sessions) {
      const isThere = isConnected(box) && isShown(box);
      const now = isThere
        ? (shown.find((other) => areNested(box, other.box)) ?? readAgain(finding))
        : undefined;
      if (now) session.see(now);
      else {
        this.#sessions.delete(box);
        session.handleRemoval();
      }
    }
    this.#schedule();
  }

  /** The value in an edit form can appear without a mutation, so this reports the change. */
  #noticeEdited(isEdited: boolean): void {
    if (isEdited !== this.#isEdited) this.#onChange();
    this.#isEdited = isEdited;
  }

  #schedule(): void {
    if (this.#waiting || this.#candidates.size + this.#sessions.size === 0) return;
    this.#waiting = true;
    const isKeyAtStake = [...this.#sessions.values()].some(({ session }) => !session.isSafe);
    void nextLook(isKeyAtStake).then(() => {
      this.#waiting = false;
      this.#checkCandidates();
    });
  }
}

/** Two nested boxes show the same pop-up. */
const areNested = (one: Element, other: Element) => isWithin(one, other) || isWithin(other, one);

function nextLook(atStake: boolean): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, atStake ? longestFrame : idleInterval);
    if (atStake) requestAnimationFrame(() => resolve());
  });
}
