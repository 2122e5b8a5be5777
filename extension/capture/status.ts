import type { Notice } from './notice.ts';

/** One colour in light, one in dark: contrast of the text on each is 7 or more. */
const tones: Readonly<Record<Notice['tone'], string>> = {
  calm: 'background:light-dark(#eef3fb,#16263d);color:light-dark(#12315c,#d6e6ff);border-color:#5b8fd6',
  safe: 'background:light-dark(#e9f6ec,#12301c);color:light-dark(#0d4a22,#c9f2d5);border-color:#3f9c5c',
  alert: 'background:light-dark(#fdecea,#451410);color:light-dark(#7a1410,#ffdcd8);border-color:#d9443a',
};

const place =
  'all:initial;position:fixed;inset:16px 16px auto;margin:0 auto;padding:0;border:0;width:fit-content;height:auto;' +
  'max-width:640px;background:none;overflow:visible;color-scheme:light dark;pointer-events:none;z-index:2147483647';
const panel =
  'font:15px/1.45 system-ui,sans-serif;padding:12px 18px;border:1px solid;border-left-width:6px;border-radius:8px;' +
  'box-shadow:0 4px 18px rgb(0 0 0/.25);';

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
    this.#title.style.cssText = 'display:block;font-weight:650';
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
    this.#region.style.cssText = panel + tones[notice.tone];
    this.#region.setAttribute('role', notice.tone === 'alert' ? 'alert' : 'status');
    this.#title.textContent = notice.title;
    this.#text.textContent = notice.text;
  }

  #place(box: Element): void {
    const parent = box.isConnected && box.matches(':modal') ? box : document.documentElement;
    if (this.#host.parentNode !== parent) parent.append(this.#host);
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
  }
}
