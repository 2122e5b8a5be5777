import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser in memory, in place of the real one: `vi.mock('webextension-polyfill', () => import('…/browser.ts'))`. */
export default Object.assign(fakeBrowser, {
  runtime: Object.assign(fakeBrowser.runtime, { sendNativeMessage: vi.fn() }),
});
