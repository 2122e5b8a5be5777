import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basicAuthorization } from '../console/key-register.ts';
import { randomMerchantId, randomText } from '../console/random.ts';
import { fillPage, savedPages } from '../extension/capture/saved-page.ts';
import { sampled } from '../sample.ts';
import allHosts from '../vectors/hostile-hosts.json' with { type: 'json' };
import { oneBrowser } from './harness/browsers.ts';
import { consoles } from './harness/console-page.ts';
import { launch } from './harness/launch.ts';
import { type PageServer, servePages } from './harness/page-server.ts';
import { inTabs } from './harness/tabs.ts';
import { waitingIn } from './harness/waiting.ts';
import { lookAtPage, watchPage } from './harness/watched-page.ts';
import { patience } from './harness/windows.ts';
import { makeWorkspace } from './harness/workspace.ts';

const hosts = sampled(allHosts, 5, 'hosts');

/** The pop-up with a key that must not be taken, and with the only one that must. */
const [genuine, stolen] = [popUp(), popUp()];

/**
 * The pop-up in six frames at once: of the page itself, of a console, without an address of its own.
 *
 * @param own the frame of the page itself: a console's may be captured in the console
 */
const framing = (
  own = '<iframe src="/pop-up"></iframe>',
) => `<!doctype html><meta charset="utf-8"><title>frames</title>
<body>
${own}
<iframe src="${consoles.production}/pop-up"></iframe>
<iframe src="${consoles.production}/pop-up" sandbox="allow-scripts allow-same-origin"></iframe>
<iframe id="srcdoc"></iframe>
<iframe id="blob"></iframe>
<iframe id="blank"></iframe>
<script>
const html = ${JSON.stringify(stolen.html).replaceAll('<', '\\u003c')};
const frame = (id) => document.getElementById(id);
frame('srcdoc').srcdoc = html;
frame('blob').src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
frame('blank').contentDocument.body.innerHTML = html;
</script>
</body>`;

function popUp() {
  const accessKey = randomText(20);
  const reference = randomText(20);
  const authorization = basicAuthorization(randomMerchantId(), accessKey);
  const [page] = savedPages('variants').filter(({ file }) => file === 'native-dialog-modal-fr.html');
  if (!page) throw new Error('the saved page is gone; name another one');
  return { reference, html: fillPage('variants', page, { accessKey, reference, authorization }) };
}

describe.each(oneBrowser('other hosts'))('with %s', (name) => {
  const workspace = makeWorkspace();
  let server: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    const pages = new Map([
      ['/pop-up', stolen.html],
      ['/frames', framing('')],
      ['/pop-up-and-frames', framing() + stolen.html],
      ['/nested', `<iframe src="https://${hosts[0]}/around"></iframe>`],
      ['/around', framing()],
      ['/genuine', genuine.html],
    ]);
    server = await servePages((path) => pages.get(path));
    browser = await launch({ name, workspace, consolePort: server.port, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    workspace.remove();
  });

  it(`no key is taken from ${hosts.length} other hosts, nor from a frame of theirs or of a console`, async () => {
    const held: string[] = [];
    const visit = async (tab: Page, address: string) => {
      await tab.goto(address);
      if ((await lookAtPage(tab)).isHeld) held.push(address);
    };
    const addresses = [
      ...hosts.map((host) => `https://${host}/pop-up-and-frames`),
      `${consoles.homologation}/frames`,
      `${consoles.production}/nested`,
    ];
    await inTabs(browser, addresses, visit);
    expect(held).toEqual([]);

    // Had one of them been taken, it would wait together with this one.
    await inTabs(browser, [`${consoles.homologation}/genuine`], async (tab, address) => {
      await tab.goto(address);
      await watchPage(tab, patience, ({ isHeld, isTold }) => isTold && !isHeld);
    });
    expect((await waitingIn(browser)).map(({ key }) => key.reference)).toEqual([genuine.reference]);
  });
});
