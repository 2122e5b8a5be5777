import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkConsoles, isEveryKeyKept } from '../../../extension/consoles/watching.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

const origin = 'https://homologation-admin.payline.com';
const executeScript = vi.fn(async (_: { target: { tabId: number } }) => []);

/** The tabs in which a script of this version answers. */
let answering: Set<number>;
/** Tabs that the console's script can be put into. */
let open: Set<number>;

beforeEach(() => {
  browser.reset();
  vi.clearAllMocks();
  answering = new Set();
  open = new Set([1, 2]);
  Object.assign(browser, { scripting: { executeScript } });
  browser.runtime.getManifest = (() => ({ version: '1.2.3' })) as never;
  browser.permissions.contains.mockResolvedValue(true);
  browser.tabs.query.mockImplementation(async ({ url }) =>
    url?.[0]?.startsWith(origin) ? [...open].map((id) => ({ id, url: `${origin}/` })) : [],
  );
  browser.tabs.sendMessage.mockImplementation(async (tab) => {
    if (!answering.has(tab)) throw new Error('Could not establish connection. Receiving end does not exist.');
    return '1.2.3';
  });
  executeScript.mockImplementation(async ({ target }) => {
    answering.add(target.tabId);
    return [];
  });
});

const look = async () => {
  const consoles = await checkConsoles();
  const { isAllowed, unwatched, closed } = consoles.find(({ host }) => origin.endsWith(host)) ?? {};
  return { isAllowed, unwatched, closed, keeps: isEveryKeyKept(consoles) };
};

describe('an open tab of a console', () => {
  it('is given the script where it does not answer, and not where it does', async () => {
    answering.add(1);
    expect(await look()).toEqual({ isAllowed: true, unwatched: [], closed: [], keeps: true });
    expect(executeScript.mock.calls.map(([{ target }]) => target.tabId)).toEqual([2]);
  });

  it('is said not to be watched where it does not answer even then, or by another version', async () => {
    executeScript.mockResolvedValue([]);
    expect(await look()).toMatchObject({ unwatched: [1, 2], keeps: false });
    browser.tabs.sendMessage.mockResolvedValue('1.2.2');
    expect(await look()).toMatchObject({ unwatched: [1, 2], keeps: false });
  });

  it('is said to be closed where the browser lets no script in', async () => {
    executeScript.mockRejectedValue(
      new Error('This page cannot be scripted due to an ExtensionsSettings policy.'),
    );
    expect(await look()).toMatchObject({ closed: [1, 2], keeps: false });
  });

  it('is of no account where it shows the browser’s own page, or another port', async () => {
    executeScript.mockRejectedValue(new Error('Frame with ID 0 is showing error page'));
    expect(await look()).toMatchObject({ keeps: true });
    browser.tabs.query.mockResolvedValue([{ id: 3, url: `${origin}:8443/` }]);
    expect(await look()).toMatchObject({ keeps: true });
  });
});

it('says that keys are not kept where the browser does not allow a console', async () => {
  browser.permissions.contains.mockResolvedValue(false);
  expect(await look()).toEqual({ isAllowed: false, unwatched: [], closed: [], keeps: false });
});
