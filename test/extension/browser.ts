import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser in memory, in place of the real one: `vi.mock('webextension-polyfill', () => import('…/browser.ts'))`. */
export default Object.assign(fakeBrowser, {
  runtime: Object.assign(fakeBrowser.runtime, { sendNativeMessage: vi.fn() }),
  i18n: Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' }),
  /** The toolbar's button, which is asked what it was told. */
  action: {
    setBadgeText: vi.fn(async (_: { text: string }) => {}),
    setBadgeTextColor: vi.fn(async (_: { color: string }) => {}),
    setBadgeBackgroundColor: vi.fn(async (_: { color: string }) => {}),
    setTitle: vi.fn(async (_: { title: string }) => {}),
  },
  /** What was granted: everything, unless a test says otherwise. */
  permissions: Object.assign(fakeBrowser.permissions, {
    contains: vi.fn(async (_: { permissions?: string[]; origins?: string[] }) => true),
    remove: vi.fn(async () => true),
  }),
});
