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

interface Summaries {
  readonly asked?: readonly { key: { masked: string } }[];
  readonly waiting?: readonly { key: { masked: string } }[];
}

/** What a window of the extension has to speak with the background. */
interface Messaging {
  readonly runtime: { sendMessage(message: { type: string }): Promise<{ value: Summaries }> };
}

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

/** What the extension asks about and what waits in it: the ends of the keys. */
function kept(page: Page): Promise<{ asked: string[]; waiting: string[] }> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Messaging; chrome: Messaging };
    const tell = async (type: 'asked' | 'outbox') =>
      (await (browser ?? chrome).runtime.sendMessage({ type })).value;
    const { asked = [] } = await tell('asked');
    const { waiting = [] } = await tell('outbox');
    return { asked: asked.map(({ key }) => key.masked), waiting: waiting.map(({ key }) => key.masked) };
  });
}

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  it('a key that the registration shows is kept or deleted as the person answers', async () => {
    session = await Session.start(name);
    const no = await register();
    expect(await shownText(no.page)).toContain(no.merchantId);
    expect(await no.page.evaluate(() => document.documentElement.outerHTML)).not.toContain(no.accessKey);
    expect(await kept(no.page)).toEqual({ asked: [no.masked], waiting: [] });
    await answer(no.page, t.askedNo);
    await no.page.waitForSelector(`h1::-p-text(${t.nothingWaits})`);
    expect(await kept(no.page)).toEqual({ asked: [], waiting: [] });

    const yes = await register();
    await answer(yes.page, t.askedYes);
    await yes.page.waitForSelector(`h1::-p-text(${t.where})`);
    expect(await kept(yes.page)).toEqual({ asked: [], waiting: [yes.masked] });
    await installKey(session);
    const files = Buffer.concat(Object.values(readSample(session.workspace.project))).toString();
    expect(files).toContain(yes.accessKey);
    expect(files).not.toContain(no.accessKey);
  });
});
