import type { Browser } from 'webextension-polyfill';

interface Api extends Browser {
  /** Only in Chromium's content scripts. */
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', Api>>;
const api = browser ?? chrome;

/**
 * The browser's own runtime, for the content script. Both browsers return promises, and the polyfill is larger than the
 * whole content script.
 */
export const runtime = api?.runtime as Browser['runtime'];

/** Whether the extension is gone: after an update or a removal, the browser may leave its script in the page. */
export function isOrphaned(): boolean {
  try {
    return !runtime.id;
  } catch {
    return true;
  }
}

/**
 * Uses the extension's API in the content script. Once the extension is gone, any use may throw, so every use goes
 * through this function.
 *
 * @returns `undefined` if the extension is gone
 */
export function reach<T>(use: (api: Api) => T): T | undefined {
  try {
    return api && use(api);
  } catch (error) {
    if (isOrphaned()) return undefined;
    throw error;
  }
}
