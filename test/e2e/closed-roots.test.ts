import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser } from './harness/browsers.ts';
import { consoles } from './harness/console-page.ts';
import { launch } from './harness/launch.ts';
import { type PageServer, servePages } from './harness/page-server.ts';
import { newTab } from './harness/tabs.ts';
import { watchPage } from './harness/watched-page.ts';
import { patience } from './harness/windows.ts';
import { makeWorkspace } from './harness/workspace.ts';

/**
 * A pop-up in a closed shadow root, whose value no program can read, so that it stays held. The page says in its title
 * which of its buttons were pressed, and gives in `places` where they are.
 */
const page = `<!doctype html><meta charset="utf-8"><title>-</title><body><div id="host"></div><script>
const root = document.getElementById('host').attachShadow({ mode: 'closed' });
root.innerHTML = "<div role='dialog'><h2>Clé d'accès créée</h2><p>Valeur de la clé <canvas></canvas><button>Copier</button></p>" +
  "<p>Authorization <canvas></canvas><button>Afficher</button></p><button>Fermer</button></div>";
for (const button of root.querySelectorAll('button')) {
  button.onclick = () => { document.title += ' ' + button.textContent; };
}
function placeOf(name) {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent === name);
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
</script>`;

async function press(tab: Page, name: string): Promise<void> {
  const { x, y } = (await tab.evaluate(`placeOf('${name}')`)) as { x: number; y: number };
  await tab.mouse.click(x, y);
}

describe.each(oneBrowser('closed roots'))('with %s', (name) => {
  const workspace = makeWorkspace();
  let server: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await servePages(() => page);
    browser = await launch({ name, workspace, consolePort: server.port, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    workspace.remove();
  });

  it('in a closed shadow root "Copier" and "Afficher" pass, and "Fermer" is held once', async () => {
    const tab = await newTab(browser);
    await tab.goto(`${consoles.homologation}/closed`);
    await watchPage(tab, patience, ({ isHeld, isTold }) => isHeld && isTold);
    await press(tab, 'Copier');
    await press(tab, 'Afficher');
    await press(tab, 'Fermer');
    expect(await tab.title()).toBe('- Copier Afficher');
  });
});
