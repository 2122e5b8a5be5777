import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { basicAuthorization } from '../console/key-register.ts';
import { randomMerchantId, randomText } from '../console/random.ts';
import { fillPage, type Outcome, type SavedPage, savedPages } from '../extension/capture/saved-page.ts';
import { sampled } from '../sample.ts';
import { consoles } from './harness/console-page.ts';
import { launch } from './harness/launch.ts';
import { drawnLater, type PageServer, servePages } from './harness/page-server.ts';
import { inTabs } from './harness/tabs.ts';
import { forgetHowMany, waitingIn } from './harness/waiting.ts';
import { watchPage } from './harness/watched-page.ts';
import { patience } from './harness/windows.ts';
import { makeWorkspace } from './harness/workspace.ts';

/**
 * For a page that is known not to do what it ought to; a person is told after 1.5 seconds that values cannot be read. In
 * milliseconds.
 */
const forKnownMiss = 8000;

const merchantId = randomMerchantId();

/** A page with a key of its own, as it is visited. */
interface Visit {
  readonly page: SavedPage;
  readonly path: string;
  readonly html: string;
  readonly key: AccessKey;
}

const ways = { present: (html: string) => html, 'drawn-later': drawnLater };
const visits = savedPages('variants').flatMap((page) => [visit(page, 'present'), visit(page, 'drawn-later')]);

/** Firefox takes several times as long for a page, so each is visited in one of the two ways, by turns. */
const visitsWith = {
  chromium: sampled(visits, 20, 'chromium'),
  firefox: sampled(
    visits.filter((_, index) => index % 4 === 0 || index % 4 === 3),
    10,
    'firefox',
  ),
};

function visit(page: SavedPage, way: keyof typeof ways): Visit {
  const accessKey = randomText(20);
  const shown = {
    accessKey,
    reference: randomText(20),
    authorization: basicAuthorization(merchantId, accessKey),
  };
  return {
    page,
    path: `/${way}/${page.file}`,
    html: ways[way](fillPage('variants', page, shown)),
    key: AccessKey.parse(shown, 'homologation'),
  };
}

/** Fewer than may wait in one browser. */
const most = 45;

/** The visits of one browser each. */
const rounds = (['chromium', 'firefox'] as const).flatMap((name) => {
  const all = visitsWith[name];
  const starts = all.map((_, index) => index).filter((index) => index % most === 0);
  return starts.map((start) => ({ name, start, visits: all.slice(start, start + most) }));
});

describe.each(rounds)('with $name, from $start', ({ name, visits: ours }) => {
  const workspace = makeWorkspace();
  let server: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await servePages((path) => visits.find((visit) => visit.path === path)?.html);
    browser = await launch({ name, workspace, consolePort: server.port, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    workspace.remove();
  });

  it('every variant of the pop-up is captured, or said loudly not to be', async () => {
    const loud = new Set<string>();
    const look = async (tab: Page, visit: Visit) => {
      if (await isLoud(tab, visit)) loud.add(visit.path);
    };
    const first = ours.findIndex(({ page }) => page.expected === 'captured' && !page.knownMiss);
    await inTabs(browser, ours.slice(first, first + 1), look);
    await forgetHowMany(browser);
    await inTabs(
      browser,
      ours.filter((_, index) => index !== first),
      look,
    );
    const waiting = await waitingIn(browser);
    const outcomes = await Promise.all(
      ours.map(async ({ page, path, key }) => {
        const id = await fingerprint(key);
        const captured = waiting.find((capture) => capture.key.fingerprint === id);
        const outcome: Outcome = captured ? 'captured' : loud.has(path) ? 'loud' : 'nothing';
        return { path, outcome, reference: captured?.key.reference, page, key };
      }),
    );
    expect(
      outcomes.map(({ path, outcome, reference }) => ({ path, outcome, reference })),
      'where a page is better than known, correct "knownMiss" in variants/index.json',
    ).toEqual(
      outcomes.map(({ path, page, key, outcome }) => ({
        path,
        outcome: page.knownMiss ?? page.expected,
        reference: outcome !== 'captured' ? undefined : page.reference === false ? '' : key.reference,
      })),
    );
  });
});

/** Visits a page until it is settled; says whether its key is held and a person told. */
async function isLoud(tab: Page, { page, path }: Visit): Promise<boolean> {
  await tab.goto(consoles.homologation + path);
  if (page.press) {
    const button = await tab.waitForSelector(page.press);
    await button?.click();
  }
  const settled = page.expected === 'captured' ? false : page.expected === 'loud';
  const { isHeld, isTold } = await watchPage(
    tab,
    page.knownMiss ? forKnownMiss : patience,
    (now) => now.isTold && now.isHeld === settled,
  );
  return isHeld && isTold;
}
