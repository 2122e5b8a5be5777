import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, expect, it } from 'vitest';
import { words } from '../../extension/ui/words.ts';
import { hostName } from '../../shared/wire.ts';
import { mustCle } from './harness/cle.ts';
import { ConsolePage } from './harness/console-page.ts';
import { chooseWay, DestinationWindow } from './harness/destination-window.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { openedFromCopy, sealedBelow } from './harness/profile.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { waitingIn } from './harness/waiting.ts';
import { patience, press } from './harness/windows.ts';

let session: Session;
afterEach(() => session.end());

/** A keychain for this machine: as the program of the Secret Service, which the command line finds, and the host. */
function addKeychain({ workspace }: Session): Session['workspace'] {
  const [programs, kept] = ['programs', 'keychain'].map((name) => join(workspace.root, name));
  if (!programs || !kept) throw new Error('no folders');
  for (const folder of [programs, kept]) mkdirSync(folder);
  const program = join(programs, 'secret-tool');
  writeFileSync(
    program,
    `#!/bin/sh\nverb=$1; for entry; do :; done\ncase $verb in\n  store) cat > '${kept}'/"$entry" ;;\n  lookup) cat '${kept}'/"$entry" ;;\nesac\n`,
  );
  chmodSync(program, 0o755);
  const manifest = join(workspace.home, '.config/chromium/NativeMessagingHosts', `${hostName}.json`);
  const { path } = JSON.parse(readFileSync(manifest, 'utf8')) as { path: string };
  writeFileSync(path, readFileSync(path, 'utf8').replace(' PATH=', ` PATH=${programs}:`));
  return { ...workspace, env: { ...workspace.env, PATH: `${programs}:${workspace.env['PATH']}` } };
}

const copied = () => openedFromCopy(join(session.workspace.home, '.config'));

/** The one key that waits, as it is stored. */
async function storedIn(page: Page): Promise<{ sealed: string }> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as Record<'chrome', typeof import('webextension-polyfill')>;
    const entries = Object.entries(await chrome.storage.local.get(null));
    return entries.find(([name]) => name.startsWith('waiting:'))?.[1] as { sealed: string };
  });
}

async function switchOn(settings: Page): Promise<void> {
  const box = await settings.waitForSelector('input[name="sole"]');
  await box?.click();
  await settings.waitForSelector('input[name="sole"]:checked');
}

it('a copy of the profile opens no key once only the configurator does, and the configurator installs them', async () => {
  session = await Session.start('chromium', { fresh: true });
  const onMachine = addKeychain(session);
  const consolePage = await ConsolePage.visit(session.browser);
  await consolePage.createKey();
  const { page } = await DestinationWindow.opened(session.browser);
  const t = words[(await page.evaluate(() => document.documentElement.lang)) === 'fr' ? 'fr' : 'en'];
  const first = createdKey(session);
  await expect.poll(async () => (await copied()).join(), { timeout: patience }).toContain(first.accessKey);

  const settings = await openWindow(session, 'options.html');
  await press(settings, t.codesSame);
  await settings.waitForSelector('::-p-text(cle recipient --keychain)');
  expect(
    await settings.$('input[name="sole"]'),
    'not offered where nothing protects the identity',
  ).toBeNull();
  mustCle(onMachine, 'recipient', '--keychain');
  await settings.reload();
  await switchOn(settings);
  await expect.poll(copied, { timeout: patience }).toEqual([]);
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(first)));

  await (await ConsolePage.visit(session.browser)).createKey();
  const second = createdKey(session);
  await expect.poll(async () => (await waitingIn(session.browser)).length, { timeout: patience }).toBe(1);
  await press(page, t.next);
  await chooseWay(page, 'clipboard');
  await page.waitForSelector(`::-p-text(${t.onlyConfigurator})`);
  const shown = await shownText(page);
  for (const way of [...Object.values(t.copyField), t.byHand]) expect(shown).not.toContain(way);
  const { sealed } = await storedIn(page);
  const isOnDisk = () => [...sealedBelow(join(session.workspace.home, '.config'))].includes(sealed);
  await expect.poll(isOnDisk, { timeout: patience }).toBe(true);
  expect(await copied()).toEqual([]);
  const [waiting] = await waitingIn(session.browser);
  const answer = await page.evaluate(async (captureId) => {
    const { chrome } = globalThis as unknown as Record<'chrome', typeof import('webextension-polyfill')>;
    return chrome.runtime.sendMessage({ type: 'copy', captureId, field: 'accessKey' });
  }, waiting?.captureId);
  expect(answer).toMatchObject({ ok: false, code: 'capture-sealed-away' });
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(second)));
});
