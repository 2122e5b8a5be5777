import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', Browser>>;

/**
 * The runtime that the browser itself gives to a page's script. Both give promises by themselves, and the polyfill is
 * larger than all that the script does in a page.
 */
export const runtime = (browser ?? chrome)?.runtime as Browser['runtime'];
