import type { Notice } from './told.ts';

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
