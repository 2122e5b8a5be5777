import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../../extension/ui/words.ts';
import { consoles } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey, installKey } from './harness/install-key.ts';
import { readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';

const t = words.en;

let session: Session;
afterEach(() => session.end());

/** Opens the last step of the registration, which shows a key; gives it, and the window that asks about it. */
async function register() {
  const registration = await session.browser.newPage();
  await registration.goto(`${consoles.homologation}/registration?lang=en`);
  const { page } = await DestinationWindow.opened(session.browser);
  const key = createdKey(session);
  const masked = `*****${key.accessKey.slice(-3)}`;
  await page.waitForSelector(`section[aria-label="${t.askedTitle}"] ::-p-text(${masked})`);
  return { ...key, masked, page };
}

async function answer(page: Page, name: string): Promise<void> {
  await (await page.waitForSelector(`button::-p-text(${name})`))?.click();
  await page.waitForSelector(`section[aria-label="${t.askedTitle}"]`, { hidden: true });
}

/** The names of what the extension keeps. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      typeof import('webextension-polyfill')
    >;
    return Object.keys((await (browser ?? chrome)?.storage.local.get()) ?? {});
  });
}

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  it('a key that the registration shows is kept or deleted as the person answers', async () => {
    session = await Session.start(name);
    const no = await register();
    expect(await shownText(no.page)).toContain(no.merchantId);
    expect(await no.page.evaluate(() => document.documentElement.outerHTML)).not.toContain(no.accessKey);
    const before = await kept(no.page);
    expect(before.filter((entry) => entry.startsWith('asked:'))).toHaveLength(1);
    await answer(no.page, t.askedNo);
    await no.page.waitForSelector(`h1::-p-text(${t.nothingWaits})`);
    expect((await kept(no.page)).filter((entry) => /^(?:asked|waiting):/.test(entry))).toEqual([]);

    const yes = await register();
    await answer(yes.page, t.askedYes);
    await yes.page.waitForSelector(`h1::-p-text(${t.where})`);
    expect(await kept(yes.page)).toContainEqual(expect.stringMatching(/^waiting:/));
    await installKey(session);
    const files = Buffer.concat(Object.values(readSample(session.workspace.project))).toString();
    expect(files).toContain(yes.accessKey);
    expect(files).not.toContain(no.accessKey);
  });
});
