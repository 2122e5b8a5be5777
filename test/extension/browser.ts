import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser in memory, in place of the real one: `vi.mock('webextension-polyfill', () => import('…/browser.ts'))`. */
export default Object.assign(fakeBrowser, {
  runtime: Object.assign(fakeBrowser.runtime, { sendNativeMessage: vi.fn() }),
  /** What was granted: everything, unless a test says otherwise. */
  permissions: Object.assign(fakeBrowser.permissions, {
    contains: vi.fn(async (_: { permissions?: string[]; origins?: string[] }) => true),
    remove: vi.fn(async () => true),
  }),
});
