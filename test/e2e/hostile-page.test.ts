import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser } from './harness/browsers.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey } from './harness/install-key.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { waitingIn } from './harness/waiting.ts';
import { watchPage } from './harness/watched-page.ts';
import { patience } from './harness/windows.ts';

/** A script of the console's own page that was tampered with: it runs before all others and notes what it can see. */
const spy = () => {
  const noted: string[] = [];
  Object.assign(globalThis, { noted });
  const note = (of: object, names: readonly string[]) => {
    for (const name of names) {
      const original = Reflect.get(of, name);
      Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
        const isNotice = (node: Element) => Element.prototype.matches.call(node, '[popover=manual]');
        for (const node of given) if (node instanceof Element && isNotice(node)) noted.push(node.outerHTML);
        if (name === 'attachShadow' || name === 'showPopover') noted.push(name);
        return Reflect.apply(original, this, given);
      });
    }
  };
  note(Element.prototype, ['attachShadow', 'append', 'prepend', 'replaceChildren']);
  note(Node.prototype, ['appendChild', 'insertBefore']);
  note(HTMLElement.prototype, ['showPopover']);
  const seen = (node: Node) => {
    if (node instanceof HTMLElement && node.popover === 'manual') {
      noted.push(`${node.outerHTML} ${node.textContent} ${String(node.shadowRoot)}`);
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(seen);
  }).observe(document, { childList: true, subtree: true });
};

/** Presses everything in the page in every way that a script can, again and again. */
const frenzy = () => {
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchend', 'submit'];
  for (let round = 0; round < 20; round++) {
    for (const element of document.querySelectorAll('[role=dialog], [role=dialog] *, [popover]')) {
      for (const kind of kinds)
        element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true, composed: true }));
      for (const key of ['Enter', ' ', 'Escape', 'Tab'])
        element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }
};

// Always in Chromium, as two of the tests cannot be driven in Firefox.
const browsers = new Set(['chromium' as const, ...oneBrowser('a hostile page')]);

describe.each([...browsers])('with %s, a console whose own scripts are hostile', (name) => {
  let session: Session;
  let visit: ConsolePage;
  let destination: DestinationWindow;
  beforeAll(async () => {
    session = await Session.start(name);
    visit = await ConsolePage.visit(session.browser);
    await visit.page.evaluateOnNewDocument(spy);
    await visit.page.reload();
    await visit.createKey();
    destination = await DestinationWindow.opened(session.browser);
  });
  afterAll(() => session.end());

  it('sees nothing of a key in what the extension shows in it, nor what the extension does', async () => {
    await visit.page.waitForSelector('div[popover=manual]');
    const noted = (await visit.page.evaluate('noted')) as string[];
    const { accessKey, authorization } = createdKey(session);
    expect(noted.join('\n')).toContain('popover');
    expect(noted).not.toContain('attachShadow');
    expect(noted).not.toContain('showPopover');
    for (const secret of [accessKey, accessKey.slice(0, 8), authorization.slice(6, 20)])
      expect(noted.join('\n')).not.toContain(secret);
    expect(noted.filter((text) => text.startsWith('<')).every((text) => text.endsWith(' null'))).toBe(true);
  });

  it('writes nothing, keeps nothing and confirms nothing, whatever it presses', async () => {
    await visit.page.evaluate(frenzy);
    await forge(visit.page);
    await visit.page.evaluate(frenzy);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
    expect(await destination.saysInPlace()).toBe(false);
    const known = session.practice.createdKeys.map(({ reference }) => reference);
    const kept = (await waitingIn(session.browser)).map(({ key }) => key.reference);
    expect(kept.filter((reference) => !known.includes(reference))).toEqual([]);
  });

  // The driver of Firefox knows no address of an extension's window, and so cannot load it again.
  if (name === 'chromium') {
    it('takes no other key’s place in the window, and is refused more keys than a person creates', async () => {
      const { merchantId, reference } = createdKey(session);
      const window = destination.page;
      await window.bringToFront();
      // As the button of the toolbar opens it: with the latest key, whichever that is.
      await window.goto(window.url().replace(/\?.*/, ''));
      await window.waitForSelector(`.card dd::-p-text(${reference})`);
      await visit.page.bringToFront();
      const forged = Array.from({ length: 6 }, (_, at) => ({
        merchantId: String(BigInt(merchantId) + 1n),
        accessKey: `Zk3QpR8sVb2LtXy9Mq${at}8`,
      }));
      await showProven(visit.page, forged);
      await window.waitForSelector('input[name="capture"]');
      const shown = () => window.$$eval('.card dd', (cells) => cells.map((cell) => cell.textContent));
      expect(await shown()).toEqual(expect.arrayContaining([merchantId, reference]));
      await window.reload();
      await window.waitForSelector('input[name="capture"]');
      expect(await shown(), 'nor by a reload').toEqual(expect.arrayContaining([merchantId, reference]));
      const kept = await waitingIn(session.browser);
      expect(kept.filter(({ key }) => key.merchantId !== merchantId)).toHaveLength(4);
      expect((await watchPage(visit.page, patience, ({ isTold }) => isTold)).isHeld).toBe(true);
    });

    it('installs no other merchant’s key where only the changes are confirmed', async () => {
      const { merchantId } = createdKey(session);
      const file = join(session.workspace.project, 'cle.config.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^merchant:.*\n/m, ''));
      const window = destination.page;
      await window.bringToFront();
      await window.reload();
      const another = String(BigInt(merchantId) + 1n);
      await (await window.waitForSelector(`label.choice::-p-text(${another})`))?.click();
      await window.waitForSelector('input[name="project"]:checked');
      await destination.askForChanges();
      await destination.changes();
      const isOpen = () =>
        window.$eval('.notice.alert ~ button.primary', (button) => !(button as HTMLButtonElement).disabled);
      expect(await window.$eval('.notice.alert', (notice) => notice.textContent)).toMatch(
        new RegExp(`${merchantId}.*${another}`),
      );
      expect(await isOpen()).toBe(false);
      await window.click('.notice.alert ~ button.primary');
      await window.click('.notice.alert input');
      expect(await isOpen()).toBe(true);
      await window.click('.notice.alert input');
      expect(await isOpen()).toBe(false);
      expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
    });
  }

  it('reaches no page, no file and no listener of the extension', async () => {
    const origin = await destination.page.evaluate(() => location.origin);
    const files = ['destination.html', 'popup.html', 'options.html', 'icon/48.png', 'console.js'];
    const loaded = await visit.page.evaluate(
      reach,
      files.map((file) => `${origin}/${file}`),
    );
    expect(loaded).toEqual([]);
    const before = await framedTexts(visit.page);
    expect(before.filter((text) => text.includes('Clé en main'))).toEqual([]);
    const listening = await visit.page.evaluate(
      () =>
        typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
          ?.sendMessage,
    );
    expect(listening).toBe('undefined');
  });
});

/** What the content script reads of elements. */
const clobbered = [
  'firstChild nextSibling parentElement localName shadowRoot isConnected textContent value type children location',
  'getAttribute getAttributeNames setAttribute closest matches checkVisibility getRootNode',
  'querySelector querySelectorAll contains ownerDocument',
].flatMap((names) => names.split(' '));

/** Pop-ups like the real one, whose keys prove themselves, one after another. */
async function showProven(
  page: Page,
  keys: readonly { merchantId: string; accessKey: string }[],
): Promise<void> {
  for (const { merchantId, accessKey } of keys) {
    await page.evaluate(
      (accessKey, authorization, controls) => {
        for (const old of document.querySelectorAll('.forged')) old.remove();
        const forged = document.createElement('form');
        forged.className = 'forged';
        forged.setAttribute('role', 'dialog');
        // Each control takes the place of the property of the form that has its name.
        forged.innerHTML = `${controls}<h2>Clé d’accès créée</h2><dl><dt>Référence externe</dt><dd>8ctQ2lfa</dd>
          <dt>Valeur de la clé</dt><dd>${accessKey}</dd><dt>Authorization</dt><dd>${authorization}</dd></dl>
          <button>Fermer</button>`;
        document.body.append(forged);
      },
      accessKey,
      `Basic ${btoa(`${merchantId}:${accessKey}`)}`,
      clobbered.map((name) => `<input type="hidden" name="${name}">`).join(''),
    );
    await sleep(1000);
  }
}

/** A pop-up like the real one, with a key that proves itself by no Authorization of its own. */
async function forge(page: Page): Promise<void> {
  await page.evaluate(() => {
    const forged = document.createElement('form');
    forged.setAttribute('role', 'dialog');
    forged.innerHTML = `<input name="location"><input name="querySelector"><input name="children">
      <h2>Clé d’accès créée</h2><dl><dt>Référence externe</dt><dd>forged</dd><dt>Valeur de la clé</dt>
      <dd>Zk3QpR8sVb2LtXy9MqV9</dd><dt>Authorization</dt><dd>Basic MTIzNDU2Nzg5MDpub3QtdGhpcy1rZXk=</dd></dl>
      <button>Fermer</button>`;
    document.body.append(forged);
  });
}

/** Tries to frame, show and fetch files of the extension; gives those that came. */
async function reach(addresses: string[]): Promise<string[]> {
  const isShown = (src: string) =>
    new Promise<boolean>((resolve) => {
      const image = Object.assign(new Image(), { src });
      image.addEventListener('load', () => resolve(true));
      image.addEventListener('error', () => resolve(false));
    });
  const came: string[] = [];
  for (const address of addresses) {
    const frame = Object.assign(document.createElement('iframe'), { src: address });
    document.body.append(frame);
    if (await isShown(address)) came.push(`img ${address}`);
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      came.push(`fetch ${address}`);
  }
  return came;
}

/** What the frames of a page show, as far as it can be told. */
function framedTexts(page: Page): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  return Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => `${document.title} ${document.body.textContent}`).catch(() => 'blocked'),
    ),
  );
}
