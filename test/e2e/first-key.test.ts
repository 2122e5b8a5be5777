import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../../extension/ui/words.ts';
import { firstKeyPages, markups } from '../console/first-key.ts';
import { sampled } from '../sample.ts';
import { oneBrowser } from './harness/browsers.ts';
import { consoles } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey, installKey } from './harness/install-key.ts';
import { readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { press } from './harness/windows.ts';

const t = words.en;

interface Summaries {
  readonly asked?: readonly { key: { masked: string } }[];
  readonly waiting?: readonly { key: { masked: string } }[];
}

/** What a window of the extension has to speak with the background. */
interface Messaging {
  readonly runtime: { sendMessage(message: { type: string }): Promise<{ value: Summaries }> };
}

const places = firstKeyPages.flatMap((place) => markups.map((markup) => ({ place, markup })));
type Place = (typeof places)[number];

let session: Session;

/** Opens a page that shows a key; gives it, and the window that asks about it. */
async function show({ place, markup }: Place) {
  // In the window in front, the one that asks from the second key on: behind another, Firefox does not draw it.
  const shown = await session.browser.newPage();
  await shown.goto(`${consoles.homologation}/${place}?lang=en&markup=${markup}`);
  const { page } = await DestinationWindow.opened(session.browser);
  const key = createdKey(session);
  const masked = `*****${key.accessKey.slice(-3)}`;
  await page.waitForSelector(`section[aria-label="${t.askedTitle}"] ::-p-text(${masked})`);
  return { ...key, masked, page };
}

async function answer(page: Page, name: string): Promise<void> {
  await press(page, name);
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

describe.each(oneBrowser('first key'))('with %s', (name) => {
  afterEach(() => session.end());

  it.each(sampled(places, 2, `first keys ${name}`))(
    'a key that $place shows as $markup is kept or deleted as the person answers',
    async (place) => {
      session = await Session.start(name, { fresh: true });
      const no = await show(place);
      expect(await shownText(no.page)).toContain(no.merchantId);
      expect(await no.page.evaluate(() => document.documentElement.outerHTML)).not.toContain(no.accessKey);
      expect(await kept(no.page)).toEqual({ asked: [no.masked], waiting: [] });
      await answer(no.page, t.askedNo);
      expect(await kept(no.page)).toEqual({ asked: [], waiting: [] });

      const yes = await show(place);
      await answer(yes.page, t.askedYes);
      await yes.page.waitForSelector(`h1::-p-text(${t.where})`);
      expect(await kept(yes.page)).toEqual({ asked: [], waiting: [yes.masked] });
      await (await installKey(session)).page.close();
      const files = Buffer.concat(Object.values(readSample(session.workspace.project))).toString();
      expect(files).toContain(yes.accessKey);
      expect(files).not.toContain(no.accessKey);
    },
  );
});
