import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { basicAuthorization } from '../console/key-register.ts';
import { randomMerchantId, randomText } from '../console/random.ts';
import { fillLibraryPage, libraryPages, pathOf } from '../libraries/libraries.ts';
import { sampled } from '../sample.ts';
import { consoles } from './harness/console-page.ts';
import { launch } from './harness/launch.ts';
import { type PageServer, servePages } from './harness/page-server.ts';
import { forgetHowMany, forgetKey, waitingIn } from './harness/waiting.ts';
import { lookAtPage } from './harness/watched-page.ts';
import { makeWorkspace } from './harness/workspace.ts';

/** As long as a busy machine may take. In milliseconds. */
const patience = 60_000;

const merchantId = randomMerchantId();
const visits = libraryPages.map((page) => {
  const accessKey = randomText(20);
  const authorization = basicAuthorization(merchantId, accessKey);
  return { page, path: pathOf(page), key: { accessKey, authorization, reference: randomText(20) } };
});
type Visit = (typeof visits)[number];

/** The size of the sample, unless the whole sweep runs. */
const most = { chromium: 6, firefox: 3 } as const;

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  const workspace = makeWorkspace();
  const taken = sampled(visits, most[name], `libraries ${name}`);
  let server: PageServer;
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    server = await servePages((path) => {
      const visit = visits.find((visit) => visit.path === path);
      return visit && fillLibraryPage(visit.page, visit.key);
    });
    browser = await launch({ name, workspace, consolePort: server.port, headless: true });
    tab = await browser.newPage();
    await openTheWindow(browser, tab, taken[0]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    workspace.remove();
  });

  it.each(taken)('$path is captured before its own control closes it', async (visit) => {
    expect(await visitAndClose(browser, tab, visit)).toBe('captured');
  });
});

/** The window that asks where a key goes opens over the page once, and nobody could press in the page behind it. */
async function openTheWindow(browser: Browser, tab: Page, first?: Visit): Promise<void> {
  if (!first) return;
  await tab.goto(consoles.homologation + first.path);
  await forgetKey(browser, (await referenceKept(browser, first.key)) ?? '');
  await forgetHowMany(browser);
}

/** Closes a pop-up as somebody in a hurry does, and forgets its key. @returns what happened to the key */
async function visitAndClose(browser: Browser, tab: Page, { page, path, key }: Visit): Promise<string> {
  await tab.bringToFront();
  await tab.goto(consoles.homologation + path);
  // Such a pop-up can only be recognised by its key.
  if (page.title === 'unlisted') await tab.waitForSelector('html[data-shown]', { timeout: patience });
  await press(tab, page.close);
  const reference = await referenceKept(browser, key);
  if (reference === undefined) {
    const { isHeld, isTold } = await lookAtPage(tab);
    return isHeld && isTold ? 'loud' : 'lost';
  }
  await tab.bringToFront();
  // The first press has closed it if the key was safe by then.
  await forgetKey(browser, reference);
  if (!(await closes(tab, page.close))) return 'captured, and not let go';
  return reference === key.reference ? 'captured' : 'captured, with a wrong reference';
}

/** Presses a control as soon as it is there and stable. */
async function press(tab: Page, control: string): Promise<void> {
  let before: string | undefined;
  for (const end = Date.now() + patience; ; await sleep(20)) {
    const middle = await middleOf(tab, control);
    if (middle && before === JSON.stringify(middle)) return tab.mouse.click(middle.x, middle.y);
    if (Date.now() > end) throw new Error(`no ${control} at ${tab.url()}`);
    before = JSON.stringify(middle);
  }
}

/** Whether a press on a control closes the pop-up, unless an earlier press has. */
async function closes(tab: Page, control: string): Promise<boolean> {
  let before: string | undefined;
  let isPressed = false;
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const middle = await middleOf(tab, control);
    if (!middle) return true;
    if (!isPressed && before === JSON.stringify(middle)) {
      await tab.mouse.click(middle.x, middle.y);
      isPressed = true;
    }
    before = JSON.stringify(middle);
  }
  return false;
}

async function middleOf(tab: Page, control: string): Promise<{ x: number; y: number } | undefined> {
  const found = await tab.$(control);
  return found?.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width * height > 0
      ? { x: left + width / 2, y: top + height / 2 }
      : undefined;
  });
}

/** The reference of a key that waits; its page may show it after the rest. */
async function referenceKept(browser: Browser, key: Visit['key']): Promise<string | undefined> {
  const id = await fingerprint(AccessKey.parse(key, 'homologation'));
  let reference: string | undefined;
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    const found = (await waitingIn(browser)).find((capture) => capture.key.fingerprint === id);
    reference = found?.key.reference;
    if (reference === key.reference) break;
  }
  return reference;
}
