import type { Code } from '../../shared/message-codes.ts';
import { setAttribute } from './dom.ts';
import type { Finding } from './find.ts';
import type { HeldPopup } from './guard.ts';
import type { Shown } from './reading.ts';

/** The state of one pop-up. `held`: a press that would have closed it was blocked. */
type State =
  | { readonly name: 'reading'; readonly held: boolean }
  | { readonly name: 'unreadable'; readonly held: boolean; readonly code: Code }
  | { readonly name: 'failed' | 'orphaned'; readonly held: boolean; readonly code?: string }
  | { readonly name: 'sealed' | 'asked'; readonly masked: string; readonly reference: string }
  | { readonly name: 'lost' };

/** The background's answer: the key is stored durably, it is not, or the extension is gone. */
export type SealAnswer =
  | { readonly kind: 'sealed'; readonly masked: string; readonly reference: string }
  | { readonly kind: 'refused' | 'orphaned'; readonly code?: string };

/** What a session needs from outside. */
export interface SessionPorts {
  seal(shown: Shown): Promise<SealAnswer>;
  /** Holds the pop-up open; returns a function that lets it close. */
  guard(held: () => HeldPopup, onHeld: () => void): () => void;
  show(state: State): void;
  /** Opens the window where a person pastes the key. */
  askByHand(): void;
  /** The time, in milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** How long the values may take to appear before the page says that they cannot be read, in milliseconds. */
const unreadableAfter = 1500;
/** After this time the paste window opens, or earlier if somebody tries to close the pop-up. In milliseconds. */
const pasteWindowAfter = 4000;
/** A background that is just starting may miss a message or two. Delays in milliseconds. */
const quickRetries = 3;
const quickRetryDelay = 100;
const slowRetryDelay = 2000;

/** Follows one pop-up from its first sight until its key is sealed. */
export class Session {
  readonly #ports: SessionPorts;
  #finding: Finding;
  #state: State = { name: 'reading', held: false };
  #previous: Shown | undefined;
  #sealing = false;
  #hasAsked = false;
  #readingSince: number;
  #release: () => void;
  #isOver = false;
  /** The trace of the key that is safe. */
  #sealedTrace: number | undefined;

  constructor(ports: SessionPorts, finding: Finding) {
    this.#ports = ports;
    this.#finding = finding;
    this.#readingSince = ports.now();
    this.#release = this.#hold();
  }

  get isSafe(): boolean {
    return 'masked' in this.#state;
  }

  /** Takes the latest reading of the pop-up. Called once per frame until the key is safe, then less often. */
  see(finding: Finding): void {
    this.#finding = finding;
    const { reading } = finding;
    for (const element of reading.elements) setAttribute(element, 'autocomplete', 'off');
    if (this.#sealing) return;
    if (this.isSafe) this.#noticeNextKey();
    else if (reading.kind === 'incomplete') this.#handleIncomplete(reading.code);
    else if (JSON.stringify(this.#previous) === JSON.stringify(reading.shown)) void this.#seal(reading.shown);
    else this.#previous = reading.shown;
  }

  /** The pop-up is no longer there. */
  handleRemoval(): void {
    if (this.#sealing || this.isSafe) return;
    if (this.#previous) void this.#seal(this.#previous);
    else {
      this.#release();
      this.#setState({ name: 'lost' });
    }
  }

  /** Releases the pop-up: another script holds it now. */
  end(): void {
    this.#isOver = true;
    this.#release();
  }

  #handleIncomplete(code: (Finding['reading'] & { kind: 'incomplete' })['code']): void {
    this.#previous = undefined;
    const waited = this.#ports.now() - this.#readingSince;
    if (waited < unreadableAfter) return;
    const held = 'held' in this.#state && this.#state.held;
    this.#setState({ name: 'unreadable', code, held });
    // A masked value is read as soon as it is revealed, so it needs no paste window.
    if (!this.#hasAsked && (held || (waited > pasteWindowAfter && code !== 'key-masked'))) {
      this.#hasAsked = true;
      this.#ports.askByHand();
    }
  }

  /** The same pop-up may show the next key without disappearing in between. */
  #noticeNextKey(): void {
    const { reading } = this.#finding;
    if (reading.kind !== 'complete' || hashOf(reading.shown) === this.#sealedTrace) return;
    this.#readingSince = this.#ports.now();
    this.#setState({ name: 'reading', held: false });
    this.#release = this.#hold();
  }

  async #seal(shown: Shown): Promise<void> {
    this.#sealing = true;
    this.#previous = undefined;
    let answer = await this.#ports.seal(shown);
    for (let failures = 1; answer.kind !== 'sealed'; failures++) {
      if (this.#isOver) return;
      const isReported = failures > quickRetries || answer.kind === 'orphaned';
      const { kind, code } = answer;
      if (isReported) {
        const name = kind === 'orphaned' ? 'orphaned' : 'failed';
        this.#setState({ name, held: false, ...(code !== undefined && { code }) });
      }
      await this.#ports.wait(isReported ? slowRetryDelay : quickRetryDelay);
      answer = await this.#ports.seal(shown);
    }
    this.#sealing = false;
    this.#sealedTrace = hashOf(shown);
    const name = shown.merchantId === undefined ? 'sealed' : 'asked';
    this.#setState({ name, masked: answer.masked, reference: answer.reference });
    this.#release();
  }

  #hold(): () => void {
    const held = () => ({ box: this.#finding.box, fields: this.#finding.reading.elements });
    return this.#ports.guard(held, () => {
      if ('held' in this.#state) this.#setState({ ...this.#state, held: true });
    });
  }

  #setState(state: State): void {
    this.#state = state;
    this.#ports.show(state);
  }
}

/** A hash that distinguishes one key from the next without storing either: 32 bits of about 130. */
function hashOf(shown: Shown): number {
  return [...JSON.stringify(shown)].reduce(
    (trace, letter) => (Math.imul(trace, 31) + letter.charCodeAt(0)) | 0,
    0,
  );
}
