import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser in memory, in place of the real one: `vi.mock('webextension-polyfill', () => import('…/browser.ts'))`. */
export default Object.assign(fakeBrowser, {
  storage: Object.assign(fakeBrowser.storage, {
    local: Object.assign(fakeBrowser.storage.local, { setAccessLevel: vi.fn(async () => {}) }),
  }),
  runtime: Object.assign(fakeBrowser.runtime, { sendNativeMessage: vi.fn() }),
  i18n: Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' }),
  /** The toolbar's button, which is asked what it was told. */
  action: {
    setBadgeText: vi.fn(async (_: { text: string }) => {}),
    setBadgeTextColor: vi.fn(async (_: { color: string }) => {}),
    setBadgeBackgroundColor: vi.fn(async (_: { color: string }) => {}),
    setTitle: vi.fn(async (_: { title: string }) => {}),
  },
  /** What tabs are open: none, unless a test says otherwise. */
  tabs: Object.assign(fakeBrowser.tabs, {
    query: vi.fn(
      async (_: { url?: string[] }): Promise<{ id: number; url: string; discarded?: boolean }[]> => [],
    ),
    get: vi.fn(async (id: number) => ({ id, status: 'complete' })),
    sendMessage: vi.fn(async (_tab: number, _message: unknown): Promise<unknown> => undefined),
  }),
  /** What was granted: everything, unless a test says otherwise. */
  permissions: Object.assign(fakeBrowser.permissions, {
    contains: vi.fn(async (_: { permissions?: string[]; origins?: string[] }) => true),
    remove: vi.fn(async () => true),
  }),
});
