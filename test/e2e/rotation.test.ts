import { type FSWatcher, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { popupWords } from '../../extension/ui/popup/words.ts';
import { words as windowWords } from '../../extension/ui/words.ts';
import type { AccessKeyJson } from '../../shared/access-key.ts';
import { findSecret } from '../canary/find-secret.ts';
import { sampled } from '../sample.ts';
import { browsers, oneBrowser } from './harness/browsers.ts';
import { ConsolePage } from './harness/console-page.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { type PaylineForSession, startPayline } from './harness/payline-for-session.ts';
import { readers } from './harness/read-back.ts';
import { accepted, RotationWindow } from './harness/rotation-window.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { findExtensionWindow } from './harness/windows.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');
const t = windowWords.en;

/** Of Payline, when it does not accept a key, or cannot be asked. */
const refusals = ['status 401', 'status 503', 'certificate of nobody'] as const;
/** When the browser is killed, beside the moments of the installation. */
const stages = ['create', 'install', 'end'] as const;
/** How long after an installation is begun it is killed, in milliseconds. Firefox takes long to start again. */
const moments = { chromium: [0, 300, 900], firefox: [300] } as const;

let session: Session;
let payline: PaylineForSession;
let consolePage: ConsolePage;
let watcher: FSWatcher | undefined;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
afterEach(async () => {
  watcher?.close();
  payline.close();
  await session.end();
});

/** A project whose files hold a key that works, and a console that shows its list of keys. */
async function startWithKey(name: 'chromium' | 'firefox'): Promise<AccessKeyJson> {
  session = await Session.start(name, { greeting: true });
  payline = await startPayline(session);
  consolePage = await ConsolePage.visit(session.browser);
  await consolePage.createKey();
  const { page } = await installKey(session);
  await page.close();
  await consolePage.pressUntilClosed();
  return createdKey(session);
}

/** Presses a button of the toolbar's window that opens the one in which keys are replaced. */
async function openBy(button: string): Promise<RotationWindow> {
  const popup = await openWindow(session, 'popup.html');
  await popup.bringToFront();
  // The list of keys comes a moment after the console has drawn it, and would move the button away from the pointer.
  await popup.waitForSelector('summary');
  await popup.locator(`button::-p-text(${button})`).click();
  const opened = await RotationWindow.opened(session.browser);
  if (!popup.isClosed()) await popup.close();
  return opened;
}

/** Begins to replace the key that the project holds. */
async function openRotation(): Promise<RotationWindow> {
  const rotation = await openBy(popupWords.en.replaceAny);
  await rotation.page.bringToFront();
  const project = basename(session.workspace.project);
  await (await rotation.page.waitForSelector(`label::-p-text(${project})`))?.click();
  await rotation.press(rotation.r.begin);
  await rotation.reaches('create');
  return rotation;
}

/** Closes the window and opens it again, as somebody who goes on later. */
async function goOnLater(rotation: RotationWindow): Promise<RotationWindow> {
  await rotation.page.close();
  return openBy(popupWords.en.goOn);
}

const envFile = () => join(session.workspace.project, '.env');
const heldKey = () => /PAYLINE_ACCESS_KEY='(.*)'/.exec(readFileSync(envFile(), 'utf8'))?.[1];
const isProved = ({ authorization }: AccessKeyJson) =>
  payline.asked.some((asked) => asked.authorization === authorization);

/** Keeps every key that the project's file ever holds, and whether Payline had accepted it by then. */
function watchHeldKeys(): ReadonlyMap<string | undefined, boolean> {
  const held = new Map<string | undefined, boolean>();
  const look = () => {
    const key = heldKey();
    const made = session.practice.createdKeys.find(({ accessKey }) => accessKey === key);
    if (!held.has(key)) held.set(key, made !== undefined && isProved(made));
  };
  watcher = watch(session.workspace.project, look);
  look();
  return held;
}

async function photograph({ page }: RotationWindow, name: string): Promise<void> {
  await page.setViewport({ width: 760, height: 900 });
  await page.screenshot({ path: `${pictures}/rotation-${name}.png`, fullPage: true });
}

it.each(browsers)(
  'a key is replaced: proved, installed, proved, searched for, ended, with %s',
  async (name) => {
    const old = await startWithKey(name);
    writeFileSync(join(session.workspace.project, 'notes.txt'), `cron: ${old.accessKey}\n`);
    const held = watchHeldKeys();
    let rotation = await openRotation();
    await photograph(rotation, `create-${name}`);
    rotation = await goOnLater(rotation);
    await rotation.reaches('create');

    await consolePage.createKey();
    const next = createdKey(session);
    await rotation.reaches('install');
    expect(await findExtensionWindow(session.browser, '/destination.html')).toBeUndefined();
    await consolePage.pressUntilClosed();
    rotation = await goOnLater(rotation);
    expect(payline.asked, 'nothing is asked before a person wants it').toEqual([]);
    await rotation.install();
    await rotation.reaches('end');
    await rotation.says(accepted);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(next)));
    for (const read of Object.values(readers))
      expect(valuesOf(next)).toMatchObject(read(session.workspace.project));
    expect(payline.asked.map(({ authorization }) => authorization)).toEqual([
      next.authorization,
      next.authorization,
    ]);
    await rotation.says('notes.txt, line 1');
    await rotation.says(rotation.r.noEnd);
    await photograph(rotation, `end-${name}`);
    rotation = await goOnLater(rotation);
    await rotation.reaches('end');

    await consolePage.giveEnd(old.reference, '31/01/2099');
    await rotation.says(rotation.r.ends('January 31, 2099'));
    await rotation.press(rotation.r.finish);
    await rotation.says(rotation.r.finished(`*****${old.accessKey.slice(-3)}`, 'January 31, 2099'));
    await photograph(rotation, `finished-${name}`);
    expect([...held.keys()]).toEqual([old.accessKey, next.accessKey]);
    expect(held.get(next.accessKey), 'the new key came before Payline had accepted it').toBe(true);

    const shown = Buffer.from(`${await rotation.shown()}${await rotation.page.content()}`);
    for (const { accessKey } of [old, next])
      expect(findSecret(accessKey, [{ name: 'window', bytes: shown }])).toEqual([]);
    const popup = await openWindow(session, 'popup.html');
    await popup.waitForSelector('.connection.on');
    expect(await popup.$$(`button::-p-text(${popupWords.en.goOn})`), 'it is over').toEqual([]);
  },
);

it.each(oneBrowser('the old key stays where Payline does'))(
  'the old key stays where Payline does not accept the new one, or cannot be asked, with %s',
  async (name) => {
    const old = await startWithKey(name);
    let rotation = await openRotation();
    await consolePage.createKey();
    await rotation.reaches('install');
    for (const behaviour of sampled(refusals, 1, `refusals ${name}`)) {
      payline.behave(behaviour);
      await rotation.install();
      expect(await rotation.problem()).toContain('homologation.payline.com');
      await rotation.says(rotation.r.nothingChanged);
      expect(heldKey()).toBe(old.accessKey);
      rotation = await goOnLater(rotation);
      await rotation.reaches('install');
    }
    payline.behave('well');
    await rotation.install();
    await rotation.reaches('end');
    expect(heldKey()).toBe(createdKey(session).accessKey);
  },
);

it.each(oneBrowser('a rotation is undone while the old'))(
  'a rotation is undone while the old key serves, and goes on from there, with %s',
  async (name) => {
    const old = await startWithKey(name);
    const rotation = await openRotation();
    await consolePage.createKey();
    await consolePage.pressUntilClosed();
    await rotation.reaches('install');
    await rotation.install();
    await rotation.reaches('end');
    await rotation.undo();
    await rotation.reaches('install');
    expect(heldKey()).toBe(old.accessKey);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(old)));
    await rotation.install();
    await rotation.reaches('end');
    await rotation.finishByHand('2099-01-31');
    await rotation.says(rotation.r.finished(`*****${old.accessKey.slice(-3)}`, 'January 31, 2099'));
    await rotation.undo();
    await rotation.says(t.undoneMore);
    expect(heldKey()).toBe(old.accessKey);
  },
);

it.each(oneBrowser('a browser killed at any stage goes'))(
  'a browser killed at any stage goes on from there, and a key that works is always in place, with %s',
  async (name) => {
    const killed = sampled(stages, 1, `stages ${name}`);
    const old = await startWithKey(name);
    const held = watchHeldKeys();
    let rotation = await openRotation();
    const killAndGoOn = async () => {
      await session.crash();
      return openBy(popupWords.en.goOn);
    };
    const goOnFrom = (stage: (typeof stages)[number]) =>
      killed.includes(stage) ? killAndGoOn() : goOnLater(rotation);
    rotation = await goOnFrom('create');
    await rotation.reaches('create');
    consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    await consolePage.pressUntilClosed();
    const next = createdKey(session);
    await rotation.reaches('install');
    rotation = await goOnFrom('install');
    for (const milliseconds of sampled(moments[name], 1, `moments ${name}`)) {
      if (heldKey() === next.accessKey) break;
      await rotation.reaches('install');
      await rotation.install();
      await sleep(milliseconds);
      rotation = await killAndGoOn();
    }
    if (heldKey() === old.accessKey) await rotation.install();
    await rotation.reaches('end');
    rotation = await goOnFrom('end');
    await rotation.reaches('end');
    consolePage = await ConsolePage.visit(session.browser);
    await consolePage.giveEnd(old.reference, '31/01/2099');
    await rotation.press(rotation.r.finish);
    await rotation.says(rotation.r.finishedMore);
    expect([...held.keys()]).toEqual([old.accessKey, next.accessKey]);
    expect(held.get(next.accessKey), 'the new key came before Payline had accepted it').toBe(true);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(next)));
  },
);

it.each(oneBrowser('a key that is in place is'))(
  'a key that is in place is asked about where it is shown, and a rotation is given up, with %s',
  async (name) => {
    session = await Session.start(name, { greeting: true });
    payline = await startPayline(session);
    consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { page } = await installKey(session);
    const inPlace = new RotationWindow(page);
    await inPlace.press('Ask Payline');
    await inPlace.says(accepted);
    await inPlace.says('Boutique de Léa');
    await photograph(inPlace, `asked-${name}`);
    await page.close();
    await consolePage.pressUntilClosed();
    const rotation = await openRotation();
    await rotation.press(rotation.r.giveUp);
    await rotation.page.waitForSelector('dialog[open]');
    await rotation.press(rotation.r.giveUpYes);
    await rotation.says(rotation.r.givenUp);
    expect(heldKey()).toBe(createdKey(session).accessKey);
  },
);
