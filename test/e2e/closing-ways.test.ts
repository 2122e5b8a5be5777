import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampled } from '../sample.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey } from './harness/install-key.ts';
import { Session } from './harness/session.ts';
import { forgetHowMany, forgetKey, waitingIn } from './harness/waiting.ts';

type Close = (page: Page, console: ConsolePage) => Promise<unknown>;

/** Every way in which a pop-up closes: by the person, by the page, by the browser. */
const ways: Readonly<Record<string, Close>> = {
  'pressing “Fermer”': (_, console) => console.pressClose(),
  Escape: (page) => page.keyboard.press('Escape'),
  'a press beside it': (page) => page.mouse.click(8, 300),
  back: (page) => page.goBack({ timeout: 2_000 }),
  'another route of the console': (page) => page.evaluate('location.hash = "#/elsewhere"'),
  reload: (page) => page.reload(),
  'closing the tab, asked': (page) => page.close({ runBeforeUnload: true }),
  'closing the tab, not asked': (page) => page.close(),
  'signing out': (page) => page.click('a[href="/signed-out"]'),
  'the end of the session': (page) =>
    Promise.all([
      page.waitForNavigation({ timeout: 2_000 }),
      page.evaluate('location.replace("/signed-out")'),
    ]),
  'another site': (page) => page.goto('https://elsewhere.example/'),
  'a script that presses “Fermer”': (page) =>
    page.$$eval('button', (all) => all.find((one) => one.textContent?.includes('Fermer'))?.click()),
  'a script that takes it away': (page) =>
    page.evaluate('document.querySelector("[role=dialog]").parentElement.replaceChildren()'),
};
/** After these nothing is left of the page: a key that was not read by then was never seen. */
const destroying = [
  'reload',
  'closing the tab, asked',
  'closing the tab, not asked',
  'signing out',
  'the end of the session',
  'another site',
];
/** In milliseconds after the pop-up opened. */
const anySoon = [0, 10, 50, 100, 300];
/** Likewise, for a page of which nothing is left: from the time on within which 99 of 100 keys are to be stored. */
const onceStored = { chromium: [100, 200, 400], firefox: [250, 500, 800] } as const;
/**
 * Time limits in milliseconds: for the driver; for a key that is not kept while its pop-up stays; for one whose pop-up
 * is gone.
 */
const [patience, whileShown, onceGone] = [5_000, 3_000, 120_000];

/** The driver may never hear back from a page that leaves, or is on its way elsewhere when it is closed. */
async function soon(asked: Promise<unknown>): Promise<void> {
  await Promise.race([asked.catch(() => {}), sleep(patience)]);
}

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name, { connected: false });
    // The window that shows what is kept is there from the first key on.
    await (await ConsolePage.visit(session.browser)).createKey();
    await DestinationWindow.opened(session.browser);
    await forgetHowMany(session.browser);
  });
  afterAll(() => session.end());

  async function isKept(reference: string): Promise<boolean> {
    return (await waitingIn(session.browser)).some(({ key }) => key.reference === reference);
  }

  /** Waits until a key is kept, or its pop-up is seen to stay, or neither is to be expected any more. */
  async function fate(visit: ConsolePage, reference: string): Promise<string> {
    const start = Date.now();
    for (; Date.now() < start + onceGone; await sleep(50)) {
      if (await isKept(reference)) return 'kept';
      const maySettle = Date.now() > start + whileShown && !visit.page.isClosed();
      if (maySettle && (await visit.showsKey().catch(() => false))) return 'still shown';
    }
    return 'lost';
  }

  /** Creates a key and closes its pop-up in one way. @returns what happened to the key */
  async function outcome(close: Close, delay: number): Promise<string> {
    const visit = await ConsolePage.visit(session.browser);
    visit.page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    await visit.createKey();
    await sleep(delay);
    await soon(close(visit.page, visit));
    const became = await fate(visit, createdKey(session).reference);
    await soon(visit.page.close());
    // More than may wait are created here; the first one keeps the window open.
    if (became === 'kept') await forgetKey(session.browser, createdKey(session).reference);
    return became;
  }

  it.each(sampled(Object.keys(ways), 4, `ways of closing, ${name}`))('no key is lost by %s', async (way) => {
    const close = ways[way] as Close;
    const outcomes: Record<number, string> = {};
    const delays = destroying.includes(way) ? onceStored[name] : anySoon;
    for (const delay of sampled(delays, 1, `${name} ${way}`)) outcomes[delay] = await outcome(close, delay);
    expect(Object.values(outcomes), `lost by ${way}: ${JSON.stringify(outcomes)}`).not.toContain('lost');
  });
});
