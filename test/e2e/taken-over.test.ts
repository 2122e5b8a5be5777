import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser } from './harness/browsers.ts';
import { ConsolePage } from './harness/console-page.ts';
import { installCopy } from './harness/copied.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { identitiesBelow } from './harness/profile.ts';
import { Session } from './harness/session.ts';
import { waitingIn } from './harness/waiting.ts';
import { patience } from './harness/windows.ts';

const planted = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

/** What a content script that was taken over tries: to read what the extension keeps, and to plant what it believes. */
const takenOver = `
  const api = globalThis.browser ?? globalThis.chrome;
  const heard = [];
  document.addEventListener('try', async () => {
    const found = {};
    for (const area of ['local', 'sync', 'session', 'managed']) {
      try { found[area] = Object.keys(await api.storage[area].get(null)); } catch { found[area] = []; }
    }
    const entry = { v: 1, recipient: '${planted}', name: 'Karim' };
    const forged = { recipient: '${planted}', compared: '${planted}', ['recipient:${planted}']: entry };
    for (const area of ['local', 'sync', 'session']) {
      try { await api.storage[area].set(forged); } catch {}
    }
    const request = indexedDB.open('kept');
    request.onsuccess = () => {
      found.databases = [...request.result.objectStoreNames];
      found.heard = heard;
      document.documentElement.dataset.found = JSON.stringify(found);
    };
  });
  try { api.storage.local.onChanged.addListener((changes) => heard.push(...Object.keys(changes))); } catch {}
`;

/** Asks the background what one of the extension's windows asks it. */
function ask(page: Page, type: string): Promise<unknown> {
  return page.evaluate(async (type) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      typeof import('webextension-polyfill')
    >;
    return (await (browser ?? chrome).runtime.sendMessage({ type })) as unknown;
  }, type);
}

describe.each(oneBrowser('taken over'))('with %s', (name) => {
  let session: Session;
  let window: Page;
  let visit: ConsolePage;
  beforeAll(async () => {
    session = await Session.start(name, { connected: false, grant: {}, fresh: true });
    await installCopy(session, { version: '9.0.1', contentScript: takenOver });
    visit = await ConsolePage.visit(session.browser);
    await visit.createKey();
    window = (await DestinationWindow.opened(session.browser)).page;
  });
  afterAll(() => session.end());

  it('a content script that was taken over reads nothing of what is kept, and plants nothing that is believed', async () => {
    await visit.page.evaluate(() => document.dispatchEvent(new Event('try')));
    const found = await visit.page.waitForFunction(() => document.documentElement.dataset['found']);
    const { databases, heard, ...areas } = JSON.parse(String(await found.jsonValue())) as Record<
      string,
      string[]
    >;
    expect(areas).toEqual({ local: [], sync: [], session: [], managed: [] });
    const own = ['recipient', 'compared', `recipient:${planted}`];
    const others = heard?.filter((one) => !own.includes(one));
    expect({ databases, others }).toEqual({ databases: [], others: [] });
    expect(await ask(window, 'recipients')).toEqual({ ok: true, value: { recipients: [] } });
    expect(await ask(window, 'pairing')).toEqual({ ok: true, value: { recipient: null } });
    expect(await waitingIn(session.browser)).toHaveLength(1);
  });

  it('no script of the extension can read the identity of this device out', async () => {
    const exported = await window.evaluate(async () => {
      type Buckets = { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
      const buckets = (navigator as { storageBuckets?: Buckets }).storageBuckets;
      const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
      const names = [...databases, ...((await buckets?.keys()) ?? [])];
      const outcomes: string[] = [];
      for (const name of names.filter((one) => one.startsWith('identity-'))) {
        const factory = (await buckets?.open(name))?.indexedDB ?? indexedDB;
        const database = await new Promise<IDBDatabase>((resolve) => {
          const opening = factory.open(name);
          opening.onsuccess = () => resolve(opening.result);
        });
        const key = await new Promise<CryptoKey>((resolve) => {
          const getting = database.transaction('identity').objectStore('identity').get('device');
          getting.onsuccess = () => resolve(getting.result);
        });
        database.close();
        for (const format of ['pkcs8', 'jwk', 'raw'] as const) {
          outcomes.push(await crypto.subtle.exportKey(format as 'jwk', key).then(String, () => 'refused'));
        }
        outcomes.push(`extractable: ${key.extractable}`);
      }
      return outcomes;
    });
    expect(exported).toEqual(['refused', 'refused', 'refused', 'extractable: false']);
  });

  it('the identity is another once nothing waits, and the one before is not on the disk any more', async () => {
    const before = identitiesBelow(session.workspace.home);
    expect(before.size, 'it is found while it is there').toBeGreaterThan(0);
    const [capture] = await waitingIn(session.browser);
    await window.evaluate(async (captureId) => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        typeof import('webextension-polyfill')
      >;
      await (browser ?? chrome).runtime.sendMessage({ type: 'forget', captureId });
    }, capture?.captureId);
    await expect
      .poll(() => [...identitiesBelow(session.workspace.home)].filter((one) => before.has(one)), {
        timeout: patience,
      })
      .toEqual([]);
  });
});
