import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../../extension/ui/words.ts';
import { sampled } from '../sample.ts';
import { cle, mustCle } from './harness/cle.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';

let session: Session;
afterEach(() => session.end());

const broken = {
  'a launcher that may not be started': (home: string) =>
    chmodSync(join(home, 'cle-en-main/host/cle_en_main'), 0o600),
  'a manifest that is gone': (home: string) => {
    for (const folder of ['.config/chromium/NativeMessagingHosts', '.mozilla/native-messaging-hosts'])
      rmSync(join(home, folder, 'cle_en_main.json'), { force: true });
  },
};

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  it.each(sampled(Object.entries(broken), 1, `what is broken in ${name}`))(
    'the window names cle doctor for %s, which repairs it',
    async (_, breakIt) => {
      session = await Session.start(name);
      expect(cle(session.workspace, 'doctor').status).toBe(0);
      breakIt(session.workspace.home);
      const consolePage = await ConsolePage.visit(session.browser);
      await consolePage.createKey();
      const { page } = await DestinationWindow.opened(session.browser);
      await page.waitForSelector('[role="alert"]::-p-text(cle doctor)');

      expect(cle(session.workspace, 'doctor').status).toBe(3);
      mustCle(session.workspace, 'doctor', '--fix');
      const language = await page.evaluate(() => document.documentElement.lang);
      const retry = await page.waitForSelector(
        `button::-p-text(${words[language === 'fr' ? 'fr' : 'en'].retry})`,
      );
      await retry?.click();
      await installKey(session);
      expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
    },
  );
});
