import type { Browser } from 'webextension-polyfill';

interface Api extends Browser {
  /** Chromium's, for the content scripts of an extension. */
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', Api>>;
const api = browser ?? chrome;

/**
 * The runtime that the browser itself gives to a page's script. Both give promises by themselves, and the polyfill is
 * larger than all that the script does in a page.
 */
export const runtime = api?.runtime as Browser['runtime'];

/** Says whether the extension is gone: after an update or a removal, the browser may leave its script in the page. */
export function isOrphaned(): boolean {
  try {
    return !runtime.id;
  } catch {
    return true;
  }
}

/**
 * Uses the API of the extension in a page's script. Once the extension is gone any use of it may throw, so that all of them go
 * through here.
 *
 * @returns `undefined` where the extension is gone
 */
export function reach<T>(use: (api: Api) => T): T | undefined {
  try {
    return api && use(api);
  } catch (error) {
    if (isOrphaned()) return undefined;
    throw error;
  }
}
