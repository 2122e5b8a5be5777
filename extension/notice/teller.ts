import { ask } from '../messages/ask.ts';
import type { Notice, Told } from './notice.ts';

/**
 * What the page says by itself where nobody finds other words: after an update, say, its extension is gone. In both
 * languages at once, as every page carries it. Its contrast is 8.
 */
export const lastResort: Notice = {
  title: 'Clé en main ne répond pas · does not answer',
  text: 'Copiez la clé avant de fermer. · Copy the key before you close.',
  isAlert: true,
  style: 'font:15px sans-serif;padding:12px;background:#fdecea;color:#7a1410',
};

/** `all` also takes away what the browser gives a popover. */
const place =
  'all:initial;position:fixed;inset:16px 16px auto;margin:0 auto;width:fit-content;max-width:640px;' +
  'color-scheme:light dark;pointer-events:none;z-index:2147483647';

/**
 * Tells the page's reader how the key is doing: a live region in a closed shadow root that holds no secret and no
 * control. What must be confirmed is confirmed in the extension's own window.
 */
export class Status {
  readonly #host = document.createElement('div');
  readonly #region = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #text = document.createElement('span');

  constructor() {
    this.#host.style.cssText = place;
    this.#host.popover = 'manual';
    // Styles go through the CSSOM: a page's content security policy may forbid inline styles.
    this.#title.style.cssText = 'display:block';
    this.#region.append(this.#title, this.#text);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#region);
  }

  /**
   * Shows a notice, or nothing.
   *
   * @param box the pop-up that it is about: a modal dialog makes everything outside it inert, and silent to a screen
   *   reader, so the notice goes inside one
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

/** How long the background may take to find its words before the page uses its own, in milliseconds. */
const patience = 500;

/**
 * Tells of a state of a pop-up or form, which stands in `box`; of nothing where there is no state. Telling the same again
 * only makes sure that it is still there.
 */
type Tell = (state: Told | undefined, box: Element) => void;

/**
 * Makes what tells the page's reader how a key is doing. The words are the background's, so that a page without a pop-up
 * need not carry them; where it does not answer, the page still says the one thing that matters.
 */
export function teller(): Tell {
  const status = new Status();
  let said = '';
  let notice: Notice | undefined;

  const find = async (state: Told, box: Element) => {
    const mine = said;
    const show = (found: Notice | undefined) => {
      if (mine !== said) return;
      notice = found;
      status.show(notice, box);
    };
    const own = 'held' in state || state.name === 'lost' ? lastResort : undefined;
    const timer = setTimeout(() => own && show(own), patience);
    const answer = await ask('notice', { state }).catch(() => undefined);
    clearTimeout(timer);
    show(answer?.ok ? answer.value : own);
  };
  return (state, box) => {
    const told = JSON.stringify(state ?? '');
    if (told !== said) {
      said = told;
      if (state) void find(state, box);
      else notice = undefined;
    }
    status.show(notice, box);
  };
}
