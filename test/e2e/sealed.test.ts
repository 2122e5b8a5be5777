import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { controlCode } from '../../shared/codes.ts';
import { decodePayload } from '../../shared/sealed-payload.ts';
import { filesBelow, type Place } from '../canary/files.ts';
import { findSecret } from '../canary/find-secret.ts';
import { type ProcessWatch, watchProcesses } from '../canary/processes.ts';
import { sampled } from '../sample.ts';
import type { BrowserName } from '../setup/browsers.ts';
import { nameless, reachable, tabStops } from './harness/accessible.ts';
import { cle, cleReading } from './harness/cle.ts';
import { pastedIn } from './harness/clipboard.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey, valuesOf } from './harness/install-key.ts';
import {
  type BuildMachine,
  makeBuildMachine,
  makeOtherMachine,
  type OtherMachine,
} from './harness/other-machine.ts';
import { readers } from './harness/read-back.ts';
import { expectedSample, readSample, sampleFiles } from './harness/sample-project.ts';
import { Sealing } from './harness/sealing.ts';
import { Session } from './harness/session.ts';
import { newTab } from './harness/tabs.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');

let merchant: Session;
let developer: OtherMachine;
let build: BuildMachine;
let processes: ProcessWatch;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
beforeEach(() => {
  processes = watchProcesses();
});
afterEach(async () => {
  processes.stop();
  await merchant.end();
  developer.remove();
  build.remove();
});

/** Three machines: only the merchant's has a browser, and nothing but files and words pass between them. */
async function start(name: BrowserName): Promise<void> {
  merchant = await Session.start(name, { connected: false, grant: {} });
  developer = makeOtherMachine(merchant.before);
  build = makeBuildMachine(merchant.before);
}

async function captureKey(): Promise<Page> {
  const consolePage = await ConsolePage.visit(merchant.browser);
  await consolePage.createKey();
  const { page } = await DestinationWindow.opened(merchant.browser);
  await consolePage.pressClose();
  await consolePage.closed();
  await page.bringToFront();
  return page;
}

/** Checks a step for people who see it, hear it, or use the keyboard. */
async function check(page: Page, name: string): Promise<void> {
  expect(await nameless(page), `${name}: give each control a label`).toEqual([]);
  const stops = await tabStops(page);
  expect(stops.length, `${name}: the keyboard reaches ${stops.join(' | ')}`).toBe(await reachable(page));
  for (const value of sampled(['light', 'dark'], 1, `colours of ${name}`)) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.screenshot({ path: `${pictures}/${name}-${value}.png`, fullPage: true });
  }
}

async function pressFocused(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector(selector))?.focus();
  await page.keyboard.press('Enter');
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** Where a key is in clear, on all three machines and in all that ran: by the project that it is in, where it may be. */
function whereIs(secret: string): string[] {
  function* everywhere(): Generator<Place> {
    for (const { root } of [merchant.workspace, developer, build]) yield* filesBelow(root);
    yield* processes.places();
  }
  const projects = [developer.project, build.project];
  return findSecret(secret, everywhere()).map(({ place, encoding }) => {
    const project = projects.find((folder) => place.startsWith(folder));
    return project ? relative(project, place) : `${place}: ${encoding}`;
  });
}

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  it('a key goes sealed from the merchant to a developer and to a build, and nothing else opens it', async () => {
    await start(name);
    const page = await captureKey();
    const { accessKey } = createdKey(merchant);
    const sealing = await Sealing.begin(page);
    expect(await sealing.showCode(developer.recipient.text)).toBe(developer.recipient.controlCode);
    expect(await focused(page)).toBe(sealing.words.compare);
    if (name === 'chromium') await check(page, 'sealing-compare');
    await sealing.keep('Karim');
    await sealing.addAnother();
    expect(await sealing.showCode(build.recipient)).toBe(await controlCode(build.recipient));
    await sealing.keep('CI');
    if (name === 'chromium') await check(page, 'sealing-choice');
    await sealing.seal();
    expect(await focused(page)).toBe(sealing.words.sealedFor('CI and Karim'));
    if (name === 'chromium') await check(page, 'sealing-sealed');
    const code = await sealing.confirmationCode();
    const file = await sealing.download(merchant.workspace);
    await sealing.copy();
    const armored = await elsewherePasted();
    expect(armored).toBe(readFileSync(file, 'utf8'));

    const plain = execFileSync('age', ['-d', '-i', build.identity, file], { encoding: 'utf8' });
    expect(decodePayload(plain).key.reveal('accessKey')).toBe(accessKey);
    const before = readSample(developer.project);
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? 1 : 0}`;
    expect(apply(file, wrong)).toMatchObject({ status: 3, code: 'sealed-code-mismatch' });
    expect(readSample(developer.project)).toEqual(before);
    expect(apply(file, code)).toMatchObject({ status: 0 });
    expect(apply(file, code)).toMatchObject({ status: 3, code: 'sealed-replayed' });
    const built = cleReading(armored, build, 'apply', '-', '--code', code, '--yes', '--json');
    expect(built).toMatchObject({ status: 0 });
    for (const { project } of [developer, build]) {
      expect(readSample(project)).toEqual(expectedSample(valuesOf(createdKey(merchant))));
      for (const [reader, read] of Object.entries(readers)) {
        expect(read(project), reader).toMatchObject({ accessKey });
      }
    }

    await page.bringToFront();
    expect(await sealing.leave()).toContain(sealing.words.before('CI and Karim', ''));
    if (name === 'chromium') await check(page, 'sealing-before');
    await merchant.stop();
    expect([...new Set(whereIs(accessKey))].sort()).toEqual(sampleFiles.toSorted());
  });
});

it('a key goes sealed with a passphrase that the extension makes and shows, and that is nowhere on a disk', async () => {
  await start('chromium');
  const page = await captureKey();
  const { accessKey } = createdKey(merchant);
  const sealing = await Sealing.begin(page);
  const passphrase = await sealing.sealWithPassphrase();
  const code = await sealing.confirmationCode();
  await check(page, 'sealing-passphrase');
  const file = await sealing.download(merchant.workspace);
  // `age` asks on a terminal only: `script` is one.
  const typed = { input: `${passphrase}\n`, encoding: 'utf8', env: developer.env } as const;
  const plain = execFileSync('script', ['-qec', `age -d '${file}'`, '/dev/null'], typed);
  expect(plain).toContain(accessKey);
  expect(apply(file, code)).toMatchObject({ status: 3, code: 'sealed-passphrase-needed' });
  await merchant.stop();
  expect(whereIs(passphrase)).toEqual([]);
  expect(whereIs(accessKey)).toEqual([]);
});

it('a colleague is added in the settings, renamed and removed, and not one whose code differs', async () => {
  await start('chromium');
  const page = await captureKey();
  await page.goto(page.url().replace('destination', 'options'));
  const sealing = new Sealing(page, 'en');
  await sealing.showCode(developer.recipient.text);
  await sealing.press(sealing.words.differs);
  await page.waitForSelector(`[role="status"]::-p-text(${sealing.words.notKept})`);
  await sealing.paste('cle1:Karim:age1qqqq');
  await page.waitForSelector('input[name="line"][aria-invalid="true"]');
  await page.$eval('input[name="line"]', (input) => (input as HTMLInputElement).select());
  await sealing.showCode(developer.recipient.text);
  await sealing.keep('Karim', '.people li');
  await check(page, 'options-colleague');
  await pressFocused(page, '[aria-label="Rename Karim"]');
  await sealing.rename('Karim B.');
  await page.waitForSelector(`.people li::-p-text(Karim B.)`);
  expect(await focused(page)).toBe(sealing.words.rename);
  await pressFocused(page, '[aria-label="Remove Karim B."]');
  await page.waitForSelector('.people', { hidden: true });
});

/** What the developer does with the file: what `cle apply` says of it. */
function apply(file: string, code: string) {
  const { status, stdout, stderr } = cle(developer, 'apply', file, '--code', code, '--yes', '--json');
  expect(stdout + stderr).not.toContain(createdKey(merchant).accessKey);
  return { status, ...JSON.parse(stdout) };
}

/** What a person pastes, somewhere else than in the extension. */
async function elsewherePasted(): Promise<string> {
  const page = await newTab(merchant.browser);
  await page.goto('https://elsewhere.example/');
  const text = await pastedIn(page);
  await page.close();
  return text;
}
