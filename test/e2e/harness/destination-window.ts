import type { Browser, Page } from 'puppeteer';
import type { Way } from '../../../extension/chosen-way.ts';
import { words } from '../../../extension/ui/words.ts';
import { photograph, shownText } from './evidence.ts';
import { extensionWindow, press } from './windows.ts';
import type { Workspace } from './workspace.ts';

/** The changes that a window shows: the name of each file and its lines; nothing where it shows none. */
export function shownChanges(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.file')].flatMap((file) => [
      file.querySelector('h3')?.textContent ?? '',
      ...[...file.querySelectorAll('li')].map((line) =>
        ['.number', '.sign', 'code'].map((part) => line.querySelector(part)?.textContent).join(' '),
      ),
    ]),
  );
}

/** Answers where the key goes. */
export async function chooseWay(page: Page, way: Way): Promise<void> {
  await (await page.waitForSelector(`input[name="way"][value="${way}"]`))?.click();
}

/** The extension's window that asks where a key goes, as a merchant uses it. */
export class DestinationWindow {
  readonly page: Page;
  readonly #words: (typeof words)['fr'];

  private constructor(page: Page, language: string) {
    this.page = page;
    this.#words = language === 'fr' ? words.fr : words.en;
  }

  /** Waits until the extension has opened it. */
  static async opened(browser: Browser): Promise<DestinationWindow> {
    const page = await extensionWindow(browser, '/destination.html');
    await page.waitForSelector('h1');
    return new DestinationWindow(page, await page.evaluate(() => document.documentElement.lang));
  }

  async choose(project: string): Promise<void> {
    await chooseWay(this.page, 'files');
    const choice = await this.page.waitForSelector(`label:has([name="project"])::-p-text(${project})`);
    await choice?.click();
  }

  /** How many keys wait, this one included. */
  async waiting(): Promise<number> {
    const rows = await this.page.$$('input[name="capture"]');
    return Math.max(1, rows.length);
  }

  /** Chooses among several keys that wait. */
  async chooseKey(reference: string): Promise<void> {
    const choice = await this.page.waitForSelector(`label::-p-text(${reference})`);
    await choice?.click();
  }

  async askForChanges(): Promise<void> {
    await this.#press(this.#words.showChanges);
  }

  /** Waits for the changes; gives what is shown of them, line by line. */
  async changes(): Promise<string[]> {
    await this.page.waitForSelector('.file');
    return await shownChanges(this.page);
  }

  async install(): Promise<void> {
    await this.#press(this.#words.install);
  }

  /** Waits until it says that the key is in place; gives what is shown. */
  async inPlace(): Promise<string> {
    await this.page.waitForSelector(`::-p-text(${this.#words.inPlace})`);
    return await shownText(this.page);
  }

  /** Waits until it says that not every target is known to have the key; gives what is shown. */
  async notEverywhere(): Promise<string> {
    await this.page.waitForSelector(`::-p-text(${this.#words.notEverywhere})`);
    return await shownText(this.page);
  }

  async saysInPlace(): Promise<boolean> {
    return (await shownText(this.page)).includes(this.#words.inPlace);
  }

  /** Waits for a problem; gives what is said of it. */
  async problem(): Promise<string> {
    const alert = await this.page.waitForSelector('[role="alert"]');
    return (await alert?.evaluate((element) => element.textContent)) ?? '';
  }

  async retry(): Promise<void> {
    await this.#press(this.#words.retry);
  }

  photograph(workspace: Workspace, name: string): Promise<string> {
    return photograph(this.page, workspace, name);
  }

  async #press(name: string): Promise<void> {
    await press(this.page, name);
  }
}
