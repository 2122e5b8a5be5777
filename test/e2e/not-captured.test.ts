import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampled } from '../sample.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { installKey } from './harness/install-key.ts';
import { Session } from './harness/session.ts';
import { findExtensionWindow } from './harness/windows.ts';

/** Other people's hosts that look like Payline's, to a person or to a careless comparison. */
const lookAlikes = [
  'https://admin.payline.com.evil.example',
  'https://homologation-admin.payline.com.evil.example',
  'https://xadmin.payline.com',
  'https://admin-payline.com',
  'https://payline.com',
  'https://www.payline.com',
  'https://evil.admin.payline.com',
  'https://admin.payline.co',
  'https://adm\u0456n.payline.com',
  'https://admin.payline.com-evil.example',
];

const framings = [
  ...['srcdoc', 'blob', 'blank'].map((as) => `${consoles.homologation}/framed?as=${as}`),
  `${consoles.production}/framed?as=same-origin&src=${encodeURIComponent(`${consoles.homologation}/`)}`,
  `https://evil.example/framed?as=same-origin&src=${encodeURIComponent(`${consoles.homologation}/`)}`,
];

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  beforeEach(async () => {
    session = await Session.start(name);
  });
  afterEach(() => session.end());

  /** A key of the real console is captured after the others were not: had they been, they would wait with it. */
  async function expectOnlyTheNextKey() {
    expect(await findExtensionWindow(session.browser, '/destination.html')).toBeUndefined();
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const destination = await DestinationWindow.opened(session.browser);
    expect(await destination.waiting()).toBe(1);
    await installKey(session);
  }

  it('keys of look-alike hosts are not captured', async () => {
    const origins = sampled(lookAlikes, 2, `look-alikes ${name}`);
    for (const origin of origins) {
      const { page } = await visitAndCreate(() => ConsolePage.visit(session.browser, { origin }));
      await page.close();
    }
    expect(session.practice.createdKeys).toHaveLength(origins.length);
    await expectOnlyTheNextKey();
  });

  it('keys in a frame of another page, or without an address, are not captured', async () => {
    const addresses = sampled(framings, 1, `framings ${name}`);
    for (const address of addresses) {
      const { page } = await visitAndCreate(() => ConsolePage.visitFramed(session.browser, address));
      await page.close();
    }
    expect(session.practice.createdKeys).toHaveLength(addresses.length);
    await expectOnlyTheNextKey();
  });

  it.each(sampled(['masked', 'mismatch'] as const, 1, `bad pop-ups ${name}`))(
    'a pop-up that is %s is not captured, and "Fermer" is held once',
    async (variant) => {
      const consolePage = await ConsolePage.visit(session.browser, { variant });
      await consolePage.createKey();
      await consolePage.pressClose();
      expect(await consolePage.showsKey()).toBe(true);
      await consolePage.pressUntilClosed();
      await consolePage.page.close();
      await expectOnlyTheNextKey();
    },
  );
});

async function visitAndCreate(visit: () => Promise<ConsolePage>): Promise<ConsolePage> {
  const consolePage = await visit();
  await consolePage.createKey();
  return consolePage;
}
