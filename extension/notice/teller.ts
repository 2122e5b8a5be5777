import { ask } from '../messages/ask.ts';
import type { Notice, NoticeState } from './notice.ts';

/**
 * What the page shows without an answer from the background, for example after an update. In both languages, because
 * every page loads this text. Its contrast is 8.
 */
export const lastResort: Notice = {
  title: 'Clé en main ne répond pas · does not answer',
  text: 'Copiez la clé avant de fermer. · Copy the key before you close.',
  isAlert: true,
  style: 'font:15px sans-serif;padding:12px;background:#fdecea;color:#7a1410',
};

/** `all` also removes the browser's own styles for a popover. */
const hostStyle =
  'all:initial;position:fixed;inset:16px 16px auto;margin:0 auto;width:fit-content;max-width:640px;' +
  'color-scheme:light dark;pointer-events:none;z-index:2147483647';

/**
 * Shows the state of the key in the page: a live region in a closed shadow root, without secrets or controls.
 * Confirmations only happen in the extension's own windows.
 */
export class StatusNotice {
  readonly #host = document.createElement('div');
  readonly #region = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #text = document.createElement('span');

  constructor() {
    this.#host.style.cssText = hostStyle;
    this.#host.popover = 'manual';
    // Set through the CSSOM: a page's content security policy may forbid inline styles.
    this.#title.style.cssText = 'display:block';
    this.#region.append(this.#title, this.#text);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#region);
  }

  /**
   * Shows a notice, or nothing.
   *
   * @param box the pop-up that it is about. A modal dialog makes everything outside it inert, and silent to a screen
   *   reader, so the notice goes inside it
   */
  show(notice: Notice | undefined, box: Element): void {
    if (!notice) {
      this.#host.remove();
      return;
    }
    this.#place(box);
    this.#region.style.cssText = notice.style;
    this.#region.setAttribute('role', notice.isAlert ? 'alert' : 'status');
    this.#title.textContent = notice.title;
    this.#text.textContent = notice.text;
  }

  #place(box: Element): void {
    const parent = box.isConnected && box.matches(':modal') ? box : document.documentElement;
    if (this.#host.parentNode !== parent) parent.append(this.#host);
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
  }
}

/** How long the background may take to answer before the page shows its own text, in milliseconds. */
const answerTimeout = 500;

/**
 * Shows the state of a pop-up or form, whose element is `box`; without a state, shows nothing. Repeating a state only
 * makes sure that its notice is still there.
 */
type Notify = (state: NoticeState | undefined, box: Element) => void;

/**
 * Creates the function that shows a key's state in the page. The texts come from the background, so that not every page
 * loads them; if it does not answer, the page still shows the last resort.
 */
export function makeNotifier(): Notify {
  const status = new StatusNotice();
  let shownState = '';
  let notice: Notice | undefined;

  const requestNotice = async (state: NoticeState, box: Element) => {
    const requestedState = shownState;
    const show = (found: Notice | undefined) => {
      if (requestedState !== shownState) return;
      notice = found;
      status.show(notice, box);
    };
    const fallback = 'held' in state || state.name === 'lost' ? lastResort : undefined;
    const timer = setTimeout(() => fallback && show(fallback), answerTimeout);
    const answer = await ask('notice', { state }).catch(() => undefined);
    clearTimeout(timer);
    show(answer?.ok ? answer.value : fallback);
  };
  return (state, box) => {
    const newState = JSON.stringify(state ?? '');
    if (newState !== shownState) {
      shownState = newState;
      if (state) void requestNotice(state, box);
      else notice = undefined;
    }
    status.show(notice, box);
  };
}
