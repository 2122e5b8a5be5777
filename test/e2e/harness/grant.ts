import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { words } from '../../../extension/ui/words.ts';
import { chromiumKey } from '../../../shared/extension-ids.ts';
import { extensionWindow } from './windows.ts';
import type { Workspace } from './workspace.ts';

/** What a person grants the extension, as its manifest would name it. */
export interface Grant {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
}

export const mayConnect: Grant = { permissions: ['nativeMessaging'] };

interface Settings {
  readonly workspace: Workspace;
  readonly grant?: Grant;
  readonly greeting?: boolean;
}

/**
 * Grants the extension something in Chromium, whose own question no test can answer: a first version of it, which
 * requires what the shipped one only asks for, is installed before. Chromium does not ask again for what was granted.
 */
export async function grantInChromium(browser: Browser, { workspace, grant = {} }: Settings): Promise<void> {
  if (Object.keys(grant).length === 0) return;
  const folder = join(workspace.root, 'granted');
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Clé en main', version: '0.0.1', key: chromiumKey, ...grant };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await browser.installExtension(folder);
}

const answered = '.connection.on, [role="alert"]';

/** Presses "Connect" in the page that greets in Firefox, which is set to answer its own question with yes. */
export async function grantInFirefox(browser: Browser, { grant = {}, greeting }: Settings): Promise<void> {
  if (!grant.permissions?.includes('nativeMessaging')) return;
  const page = await extensionWindow(browser, '/welcome.html');
  const connect = `button::-p-text(${words.en.connect})`;
  await page.waitForSelector(`${connect}, ${answered}`);
  await (await page.$(connect))?.click();
  await page.waitForSelector(answered);
  if (!greeting) await page.close();
}
