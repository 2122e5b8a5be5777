import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { destinationWords } from '../../extension/ui/destination/words.ts';
import { popupWords } from '../../extension/ui/popup/words.ts';
import { words } from '../../extension/ui/words.ts';
import { chromiumId } from '../../shared/extension-ids.ts';
import { isolated } from '../../shared/outside-text.ts';
import { sampled } from '../sample.ts';
import { nameless, reachable, spoken, tabStops } from './harness/accessible.ts';
import { mustCle } from './harness/cle.ts';
import { pastedIn } from './harness/clipboard.ts';
import { ConsolePage } from './harness/console-page.ts';
import { chooseWay, DestinationWindow } from './harness/destination-window.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { startPayline } from './harness/payline-for-session.ts';
import { RotationWindow } from './harness/rotation-window.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Sealing } from './harness/sealing.ts';
import { Session } from './harness/session.ts';
import { newTab } from './harness/tabs.ts';
import { extensionWindow, patience, press } from './harness/windows.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');
const added = 'paiement.exemple.fr';

let session: Session;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
afterEach(() => session.end());

async function open(file: string): Promise<Page> {
  const page = await newTab(session.browser);
  page.setDefaultTimeout(patience);
  await page.goto(`chrome-extension://${chromiumId}/${file}`);
  await page.waitForSelector('h1');
  return page;
}

/** Waits for a window of the extension by the beginning of its address. */
async function windowAt(address: string): Promise<Page> {
  const target = await session.browser.waitForTarget((one) =>
    one.url().startsWith(`chrome-extension://${chromiumId}/${address}`),
  );
  const page = await target.page();
  if (!page) throw new Error(`"${address}" is no window`);
  page.setDefaultTimeout(patience);
  return page;
}

/** Chooses a language in the settings, as a person does. */
async function speak(language: 'en' | 'fr'): Promise<void> {
  const page = await open('options.html');
  const choice = await page.waitForSelector(`#language label[lang="${language}"]`);
  await choice?.click();
  await page.waitForSelector(`html[lang="${language}"]`);
  await page.close();
}

async function createKey(): Promise<DestinationWindow> {
  const consolePage = await ConsolePage.visit(session.browser);
  await consolePage.createKey();
  return await DestinationWindow.opened(session.browser);
}

/** Checks a window for people who see it, hear it, or use the keyboard. */
async function check(page: Page, name: string, language: 'en' | 'fr'): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.lang), `${name}: lang`).toBe(language);
  const nodes = await spoken(page);
  const headings = nodes.filter(({ role, level }) => role === 'heading' && level === 1);
  expect(headings, `${name}: one heading of the first level names the window`).toHaveLength(1);
  expect(await nameless(page), `${name}: give each control a label`).toEqual([]);
  const { stops, wanted } = await walk(page);
  expect(stops.length, `${name}: the keyboard reaches ${stops.join(' | ')}`).toBe(wanted);
  await expectNoKey(page);
  await photograph(page, `${name}-${language}`);
}

/** Walks a window by keyboard; again if it changed meanwhile, for example by an answer of the host. */
async function walk(page: Page): Promise<{ stops: string[]; wanted: number }> {
  for (;;) {
    const wanted = await reachable(page);
    const stops = await tabStops(page);
    if ((await reachable(page)) === wanted) return { stops, wanted };
  }
}

/** No key is in a page, whether shown, hidden, or in a control. */
async function expectNoKey(page: Page): Promise<void> {
  const all = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join(),
  );
  for (const { accessKey, authorization } of session.practice.createdKeys) {
    expect(all).not.toContain(accessKey);
    expect(all).not.toContain(authorization.replace('Basic ', ''));
  }
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const value of sampled(['light', 'dark'], 1, `colours of ${name}`)) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.screenshot({ path: `${pictures}/${name}-${value}.png`, fullPage: true });
  }
}

const narrow = { width: 360, height: 420 };
const wide = { width: 760, height: 820 };

describe.each(sampled(['en', 'fr'] as const, 1, 'languages of windows'))('in %s', (language) => {
  const t = words[language];

  it('every window is named, labelled, walked by keyboard, and shows no key', async () => {
    session = await Session.start('chromium');
    await speak(language);
    const windows = [
      ['popup', narrow],
      ['options', wide],
      ['welcome', wide],
      ['destination', wide],
      ['paste', wide],
      ['rotation', wide],
    ] as const;
    for (const [name, viewport] of sampled(windows, 3, 'empty windows')) {
      const page = await open(`${name}.html`);
      await page.setViewport(viewport);
      if (['popup', 'options', 'welcome'].includes(name)) await page.waitForSelector('.connection.on');
      await check(page, `${name}-empty`, language);
      await page.close();
    }
  });

  it('a key is replaced in a window that is named, labelled, and walked by keyboard at each stage', async () => {
    session = await Session.start('chromium');
    const payline = await startPayline(session);
    await speak(language);
    await createKey();
    await (await installKey(session)).page.close();
    const choice = await open('rotation.html');
    await choice.waitForSelector('input[name="holding"]');
    await check(choice, 'rotation-choice', language);
    await choice.click('input[name="holding"]');
    await choice.click('button.primary');
    const rotation = new RotationWindow(await windowAt('rotation.html?'), language);
    await choice.close();
    await rotation.page.setViewport(wide);
    await rotation.reaches('create');
    await check(rotation.page, 'rotation-create', language);
    await (await ConsolePage.visit(session.browser)).createKey();
    await rotation.reaches('install');
    await check(rotation.page, 'rotation-install', language);
    payline.behave('status 401');
    await rotation.install();
    await rotation.problem();
    await check(rotation.page, 'rotation-refused', language);
    payline.behave('well');
    await rotation.press(t.retry);
    await rotation.press(rotation.r.install);
    await rotation.reaches('end');
    await (await rotation.page.waitForSelector('summary'))?.click();
    await check(rotation.page, 'rotation-end', language);
    payline.close();
  });

  it('a key is installed by keyboard alone', async () => {
    session = await Session.start('chromium');
    await speak(language);
    const { page } = await createKey();
    await page.setViewport(wide);
    await page.waitForSelector('input[name="project"]:checked');
    await check(page, 'destination-project', language);
    const popup = await open('popup.html');
    await popup.setViewport(narrow);
    await popup.waitForSelector('.connection.on');
    await check(popup, 'popup-waiting', language);
    await popup.close();

    await pressByKeyboard(page, t.showChanges);
    await page.waitForSelector('.file');
    expect(await focusedText(page)).toBe(t.changes);
    await check(page, 'destination-changes', language);
    await pressByKeyboard(page, t.installIn('homologation', isolated(basename(session.workspace.project))));
    await page.waitForSelector(`h1::-p-text(${t.inPlace})`);
    expect(await focusedText(page)).toBe(t.inPlace);
    const receipt = await page.$eval('.notice.safe', (notice) => notice.textContent);
    expect(receipt).toContain(basename(session.workspace.project));
    expect(receipt).toContain(t.environments.homologation);
    await check(page, 'destination-in-place', language);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
  });

  it('an installation is undone by keyboard alone', async () => {
    session = await Session.start('chromium');
    await speak(language);
    await createKey();
    const { page } = await installKey(session);
    await page.setViewport(wide);
    await pressByKeyboard(page, t.undo);
    await page.waitForSelector('dialog[open]');
    await photograph(page, `destination-undo-${language}`);
    await pressByKeyboard(page, t.undoConfirm);
    await page.waitForSelector(`h1::-p-text(${t.undone})`);
    expect(await focusedText(page)).toBe(t.undone);
    await check(page, 'destination-undone', language);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
  });

  it('the button shows what waits, what a page offers, what ends, and every key of the list', async () => {
    const end = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const earlierKeys = [{ active: true, start: '2010-01-01', end }];
    session = await Session.start('chromium', { earlierKeys });
    await speak(language);
    const { page } = await createKey();
    await page.close();
    const consolePage = await ConsolePage.visit(session.browser);
    const popup = await open('popup.html');
    await popup.setViewport(narrow);
    const summary = await popup.waitForSelector('summary');
    await consolePage.editFirstKey();
    await popup.waitForSelector('#offered');
    await popup.waitForSelector('.connection.on');
    await popup.bringToFront();
    await summary?.click();
    await popup.waitForSelector('.notice.warning');
    await popup.waitForSelector(`.inventory li::-p-text(${popupWords[language].inNoProject})`);
    await check(popup, 'popup-full', language);
    await (await popup.waitForSelector('.notice.warning button'))?.click();
    await popup.waitForSelector('.notice.warning', { hidden: true });
  });

  it('a question is answered by Escape with no, and Escape leaves the window', async () => {
    session = await Session.start('chromium');
    await speak(language);
    const { page } = await createKey();
    await page.setViewport(wide);
    await page.waitForSelector('input[name="project"]:checked');
    await pressByKeyboard(page, t.forget);
    await page.waitForSelector('dialog[open]');
    await photograph(page, `destination-forget-${language}`);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog:not([open])');
    const closed = new Promise((done) => page.once('close', done));
    // The window may be gone before the key is up.
    await page.keyboard.down('Escape').catch(() => {});
    await closed;
    const popup = await open('popup.html');
    expect(await popup.waitForSelector(`h1::-p-text(${t.waits(1)})`)).not.toBeNull();
  });

  it('without a configurator, the key goes by the clipboard, which is emptied again', async () => {
    const grant = { permissions: ['nativeMessaging', 'clipboardWrite'] };
    session = await Session.start('chromium', { connected: false, grant });
    await speak(language);
    const { page } = await createKey();
    await page.setViewport(wide);
    await press(page, t.copyRequest);
    await page.waitForSelector(`[role="status"]::-p-text(${t.requestCopied})`);
    expect(await pasted()).toContain('cle connect');
    await chooseWay(page, 'clipboard');
    const button = await page.waitForSelector(`button::-p-text(${t.copyField.accessKey})`);
    await check(page, 'destination-by-hand', language);
    await button?.click();
    await page.waitForSelector(`[role="status"]::-p-text(${t.copied(30)})`);
    await expectNoKey(page);
    expect(await pasted()).toBe(createdKey(session).accessKey);
    await page.waitForSelector(`[role="status"]::-p-text(${t.cleared})`);
    expect(await pasted()).not.toContain(createdKey(session).accessKey);
    await page.close();
    await enterByHand(language);
  });

  it('before the person connects, the window says what for', async () => {
    session = await Session.start('chromium', { grant: {} });
    const welcome = await extensionWindow(session.browser, '/welcome.html');
    await welcome.close();
    await speak(language);
    const { page } = await createKey();
    await page.setViewport(wide);
    await page.waitForSelector('input[name="way"]');
    await check(page, 'destination-question', language);
    await chooseWay(page, 'files');
    await page.waitForSelector(`button::-p-text(${t.connect})`);
    await check(page, 'destination-connect', language);
    const options = await open('options.html');
    await options.setViewport(wide);
    await options.waitForSelector(`button::-p-text(${t.connect})`);
    await check(options, 'options-connect', language);
  });
});

/** Into the administration of a shop: the answer is remembered, the steps are shown, and the key waits until the person's word. */
async function enterByHand(language: 'en' | 'fr'): Promise<void> {
  const popup = await open('popup.html');
  await popup.setViewport(narrow);
  await (await popup.waitForSelector('button.row-button'))?.click();
  const page = await windowAt('destination.html');
  await page.setViewport(wide);
  await page.waitForSelector('input[value="clipboard"]:checked');
  await press(page, words[language].nameKey);
  await (await page.waitForSelector('form input'))?.type(`Léa ${createdKey(session).accessKey}`);
  await press(page, words[language].saveName);
  await page.waitForSelector('dd::-p-text(Léa *****)');
  await chooseWay(page, 'shop');
  await (await page.waitForSelector('input[name="shop"][value="sylius"]'))?.click();
  await press(page, words[language].copyField.credentials);
  await page.waitForSelector(`[role="status"]::-p-text(${words[language].copied(30)})`);
  expect(await pasted()).toBe(createdKey(session).authorization.replace('Basic ', ''));
  await page.bringToFront();
  await check(page, 'destination-shop', language);
  await press(page, destinationWords[language].said);
  await (await page.waitForSelector('dialog[open] .actions button:last-child'))?.click();
  // A selector would take the no-break space of the French heading for another.
  await page.waitForFunction(
    (text) => document.querySelector('h1')?.textContent === text,
    {},
    destinationWords[language].noted,
  );
  await check(page, 'destination-noted', language);
}

it('a console that a person adds is watched, in the environment that they name, until they remove it', async () => {
  const grant = { permissions: ['nativeMessaging'], host_permissions: [`https://${added}/*`] };
  session = await Session.start('chromium', { grant, environment: 'production' });
  const options = await open('options.html');
  await options.setViewport(wide);
  await options.type('#address', `https://${added}/#/configuration`);
  await (await options.$('form label::-p-text(Production)'))?.click();
  await options.click('button[type="submit"]');
  await options.waitForSelector(`li::-p-text(${added})`);
  await check(options, 'options-added', 'en');

  const consolePage = await ConsolePage.visit(session.browser, { origin: `https://${added}` });
  await consolePage.createKey();
  await installKey(session);
  const values = valuesOf({ ...createdKey(session), environment: 'production' });
  expect(readSample(session.workspace.project)).toEqual(expectedSample(values));

  await options.bringToFront();
  await (await options.$(`button[aria-label="Remove ${added}"]`))?.click();
  await options.waitForSelector(`li::-p-text(${added})`, { hidden: true });
});

const refused = ['http://paiement.exemple.fr', 'https://*.exemple.fr', 'https://admin.payline.com:8443'];

it.each(sampled(refused, 1, 'addresses that are refused'))(
  'the address %s is refused as a console, and the browser is not asked',
  async (address) => {
    session = await Session.start('chromium');
    const options = await open('options.html');
    await options.type('#address', address);
    await options.keyboard.press('Enter');
    await options.waitForSelector('#address[aria-invalid="true"]');
    await check(options, 'options-refused', 'en');
  },
);

it('a background that runs since before it was connected reaches the host through a window', async () => {
  session = await Session.start('chromium');
  const { page } = await createKey();
  await page.waitForSelector('input[name="project"]:checked');
  const target = session.browser.targets().find((target) => target.type() === 'service_worker');
  // Makes the permission unavailable to the running worker, as it is in Chromium when the permission was just granted.
  await (await target?.worker())?.evaluate('delete chrome.runtime.sendNativeMessage');
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
});

const colleague = 'שרה 7';

it('right-to-left names turn nothing around them, wherever a window shows one', async () => {
  session = await Session.start('chromium');
  makeForeignShop();
  const { page } = await createKey();
  await page.waitForSelector('input[name="project"]');
  await expectIsolated(page, 'a project');
  const sealing = await Sealing.begin(page);
  await sealing.showCode(`cle1:${colleague}:age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj`);
  await sealing.keep(colleague);
  await expectIsolated(page, 'a colleague who is chosen');
  await sealing.seal();
  await expectIsolated(page, 'a sealed file');
  await sealing.leave();
  await expectIsolated(page, 'an earlier sealed file');
  await chooseWay(page, 'files');
  await (await page.waitForSelector('label::-p-text(חנות)'))?.click();
  await press(page, words.en.showChanges);
  await page.waitForSelector('.file');
  await expectIsolated(page, 'the changes');
  await press(page, words.en.install);
  await page.waitForSelector(`h1::-p-text(${words.en.inPlace})`);
  await expectIsolated(page, 'what is in place');
  const rotation = await open('rotation.html');
  await rotation.waitForSelector('label::-p-text(חנות)');
  await expectIsolated(rotation, 'a key to replace');
  const options = await open('options.html');
  await options.waitForSelector(`.people li::-p-text(${colleague})`);
  await expectIsolated(options, 'a colleague');
  await (await options.waitForSelector('.people button.quiet + button'))?.click();
  await options.waitForSelector('.people', { hidden: true });
  await expectIsolated(options, 'a colleague who was removed');
});

/** A project whose folder and file have names in Hebrew, the folder's with a mark that turns what follows. */
function makeForeignShop(): void {
  const project = join(session.workspace.root, 'חנות \u202e7');
  mkdirSync(project);
  writeFileSync(
    join(project, 'קובץ 7.env'),
    `PAYLINE_MERCHANT_ID=${session.before.merchantId}\nPAYLINE_ACCESS_KEY=\n`,
  );
  const set = '{ PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }';
  const target = `{ file: "קובץ 7.env", format: env, set: ${set} }`;
  writeFileSync(
    join(project, 'cle.config.yaml'),
    `version: 1\nenvironments: { homologation: [${target}] }\n`,
  );
  mustCle({ ...session.workspace, project }, 'init', '--yes');
}

/** Each right-to-left name stands isolated, by characters of its own or by the style sheet; so does each code beside one. */
async function expectIsolated(page: Page, where: string): Promise<void> {
  const { names, loose } = await page.evaluate(() => {
    const [letters, isolated] = [/[\u0590-\u05ff]/, /\u2068[^\u2068\u2069]*\u2069/g];
    const isIsolate = (element: Element | null) =>
      element !== null && getComputedStyle(element).unicodeBidi === 'isolate';
    const texts: { text: string; isApart: boolean }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text)
        texts.push({
          text: node.data,
          isApart: isIsolate(node.parentElement?.closest('.mono, code') ?? null),
        });
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'title'])
        texts.push({ text: node.getAttribute(name) ?? '', isApart: false });
    }
    const named = texts.filter(({ text }) => letters.test(text));
    const turning = named.filter(({ text, isApart }) => !isApart && letters.test(text.replace(isolated, '')));
    const codes = [...document.querySelectorAll('.mono, code')].filter((code) => !isIsolate(code));
    const marks = texts.filter(({ text }) => /[\u202a-\u202e\u200e\u200f]/.test(text));
    return {
      names: named.length,
      loose: [...turning, ...marks].map(({ text }) => text).concat(codes.map((code) => code.outerHTML)),
    };
  });
  expect(names, `${where}: shows a name`).toBeGreaterThan(0);
  expect(loose, `${where}: give what comes from outside to \`isolated\``).toEqual([]);
}

/** Goes to a button by Tab and presses it. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  await page.waitForSelector(`button::-p-text(${name})`);
  await page.bringToFront();
  for (let stop = 0; stop < 20 && (await focusedText(page)) !== name; stop++)
    await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe(name);
  await page.keyboard.press('Enter');
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

/** What a person pastes, somewhere else than in the extension. */
async function pasted(): Promise<string> {
  const page = await newTab(session.browser);
  await page.goto('https://elsewhere.example/');
  const text = await pastedIn(page);
  await page.close();
  return text;
}
