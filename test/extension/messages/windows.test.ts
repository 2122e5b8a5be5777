import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDestination, openPaste, openRotation } from '../../../extension/messages/windows.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

/** The windows that are open, by their ids: what stands in each. */
const open = new Map<number, string>();
let brought: number[];
beforeEach(() => {
  browser.reset();
  open.clear();
  brought = [];
  const update = async (id: number) => {
    if (!open.has(id)) throw new Error('no window with that id');
    brought.push(id);
  };
  const create = async ({ url }: { url: string }) => {
    const id = open.size + 1;
    open.set(id, url);
    return { id };
  };
  Object.assign(browser.windows, { create, update });
  Object.assign(browser.tabs, { update: async (id: number, { url }: { url: string }) => open.set(id, url) });
  browser.tabs.query.mockImplementation(async (asked) => [
    { id: (asked as { windowId: number }).windowId, url: '' },
  ]);
});

const shown = () => [...open.values()].map((url) => url.replace(/^.*?\/(?=\w+\.html)/, ''));
const [here, there] = [
  { project: 'a', environment: 'homologation' },
  { project: 'b', environment: 'production' },
] as const;

describe('a window that is open', () => {
  it('stays with its key whatever key comes', async () => {
    await openDestination('1');
    await openDestination('2');
    await openDestination();
    expect(shown()).toEqual(['destination.html?capture=1']);
    expect(brought).toEqual([1, 1]);
  });

  it('stays as it is where a page of another console asks for one: that opens beside it, once', async () => {
    await openPaste();
    for (const environment of ['production', 'homologation', 'production', 'homologation'] as const)
      await openPaste(environment);
    expect(shown()).toEqual([
      'paste.html',
      'paste.html?environment=production',
      'paste.html?environment=homologation',
    ]);
    expect(brought).toEqual([2, 3]);
  });

  it('stays with its rotation where a key comes for another, and begins anew at a person’s word', async () => {
    await openRotation(here);
    await openRotation(there, 'beside');
    const [first, second] = shown();
    expect([first, second]).toEqual([
      'rotation.html?project=a&environment=homologation',
      'rotation.html?project=b&environment=production',
    ]);
    await openRotation(there);
    expect(brought, 'the one that is about it is brought forward').toEqual([2]);
    await openRotation();
    expect(shown()).toEqual(['rotation.html', second]);
  });

  it('is opened again once it was closed', async () => {
    await openDestination('1');
    open.clear();
    await openDestination('2');
    expect(shown()).toEqual(['destination.html?capture=2']);
  });
});
