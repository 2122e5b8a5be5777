import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { chromiumId } from '../../shared/extension-ids.ts';
import { mustCle } from '../e2e/harness/cle.ts';
import { ConsolePage } from '../e2e/harness/console-page.ts';
import { chooseWay, DestinationWindow } from '../e2e/harness/destination-window.ts';
import { createdKey, installKey, lookAtChanges } from '../e2e/harness/install-key.ts';
import { makeOtherMachine } from '../e2e/harness/other-machine.ts';
import { startPayline } from '../e2e/harness/payline-for-session.ts';
import { RotationWindow } from '../e2e/harness/rotation-window.ts';
import { Sealing } from '../e2e/harness/sealing.ts';
import { Session } from '../e2e/harness/session.ts';
import { besideOneAnother } from './beside.ts';
import { drawTerminal, inTerminal } from './terminal.ts';

// Takes the pictures of the documentation anew, from the built product: npm run build && npm run pictures

const root = resolve(import.meta.dirname, '../..');
const folders = { extension: 'extension/docs/pictures', configurator: 'configurator/docs/pictures' } as const;
const wide = { width: 760, height: 820, deviceScaleFactor: 2 };

type Language = 'en' | 'fr';

for (const folder of Object.values(folders)) mkdirSync(join(root, folder), { recursive: true });
for (const language of ['en', 'fr'] as const) {
  await picturesOfTwoPeople(language);
  await pictureOfOnePerson(language);
  await pictureOfRotation(language);
}

/** The merchant's part in her browser, and the developer's in his terminal. */
async function picturesOfTwoPeople(language: Language): Promise<void> {
  const session = await Session.start('chromium', { connected: false, grant: {} });
  const developer = makeOtherMachine(session.before);
  try {
    const recipient = inTerminal(developer, language, 'recipient', '--name', 'Karim');
    await keepTerminal(session, `recipient-${language}`, 'cle recipient --name Karim', recipient);
    const [line = ''] = recipient.split('\r\n');
    const { file, code } = await sealForDeveloper(session, line, language);
    const words = ['--code', code, '--yes'];
    const written = inTerminal(developer, language, 'apply', file, ...words);
    const command = `cle apply ${basename(file)} --code "${code}" --yes`;
    await keepTerminal(session, `apply-${language}`, command, written);
  } finally {
    await session.end();
    developer.remove();
  }
}

async function sealForDeveloper(session: Session, line: string, language: Language) {
  const page = await openWithKey(session, language);
  const section = 'section.card:has(h2)';
  await chooseWay(page, 'developer');
  await keepPart(page, `${section}:not(:has(.hint + .hint))`, `send-${language}`);
  const sealing = await Sealing.begin(page);
  await sealing.showCode(line);
  await keepPart(page, 'section.card:has(.read-out)', `compare-${language}`);
  await sealing.keep('Karim');
  await keepPart(page, 'section.card:has([type="checkbox"])', `choose-${language}`);
  await sealing.seal();
  await keepPart(page, 'section.notice:has(.hand-over)', `sealed-${language}`);
  const code = await sealing.confirmationCode();
  return { code, file: await sealing.download(session.workspace) };
}

async function openWithKey({ browser }: Session, language: Language): Promise<Page> {
  await speak(browser, language);
  await (await ConsolePage.visit(browser, { language })).createKey();
  const { page } = await DestinationWindow.opened(browser);
  await page.setViewport(wide);
  return page;
}

/** The picture that stands first in the README. */
async function pictureOfOnePerson(language: Language): Promise<void> {
  const session = await Session.start('chromium');
  try {
    const { browser, workspace } = session;
    await speak(browser, language);
    const consolePage = await ConsolePage.visit(browser, { language });
    await consolePage.page.setViewport({ width: 900, height: 820, deviceScaleFactor: 2 });
    await consolePage.createKey();
    const { destination } = await lookAtChanges(session);
    await destination.page.setViewport(wide);
    const pictures = [
      await consolePage.photograph(workspace, 'pop-up'),
      await destination.photograph(workspace, 'changes'),
    ];
    keep(folders.extension, `installing-${language}`, await besideOneAnother(browser, pictures));
  } finally {
    await session.end();
  }
}

/** A key that is followed by another, at the last stage. */
async function pictureOfRotation(language: Language): Promise<void> {
  const session = await Session.start('chromium');
  const payline = await startPayline(session);
  try {
    const { browser, workspace } = session;
    await speak(browser, language);
    const consolePage = await ConsolePage.visit(browser, { language });
    await consolePage.createKey();
    await (await installKey(session)).page.close();
    await consolePage.pressClose();
    writeFileSync(join(workspace.project, 'deploy.sh'), `KEY=${createdKey(session).accessKey}\n`);
    const { id } = JSON.parse(mustCle(workspace, 'status', '--json')).project;
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${chromiumId}/rotation.html?project=${id}&environment=homologation`);
    const rotation = new RotationWindow(page, language);
    await rotation.reaches('create');
    await consolePage.createKey();
    await rotation.reaches('install');
    await rotation.install();
    await rotation.reaches('end');
    await page.setViewport(wide);
    await keepPart(page, 'body', `replacing-${language}`);
  } finally {
    payline.close();
    await session.end();
  }
}

/** Chooses a language in the settings, as a person does. */
async function speak(browser: Session['browser'], language: Language): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html`);
  await (await page.waitForSelector(`#language label[lang="${language}"]`))?.click();
  await page.waitForSelector(`html[lang="${language}"]`);
  await page.close();
}

async function keepPart(page: Page, selector: string, name: string): Promise<void> {
  await page.bringToFront();
  // Nothing is being pressed in a picture: no ring around what has the focus.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const picture = await (await page.waitForSelector(selector))?.screenshot();
  if (picture) keep(folders.extension, name, picture);
}

async function keepTerminal({ browser }: Session, name: string, command: string, written: string) {
  keep(folders.configurator, name, await drawTerminal(browser, command, written));
}

function keep(folder: string, name: string, picture: Uint8Array): void {
  writeFileSync(join(root, folder, `${name}.png`), picture);
  process.stdout.write(`${folder}/${name}.png\n`);
}
