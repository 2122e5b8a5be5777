import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';
import { rotationWords } from '../../../extension/ui/rotation/words.ts';
import { paylineWords, words } from '../../../extension/ui/words.ts';
import { shownText } from './evidence.ts';
import { extensionWindow, patience, press } from './windows.ts';

type StageName = keyof (typeof rotationWords)['en']['stages'];

/** The window that replaces a key, as a merchant uses it. */
export class RotationWindow {
  readonly page: Page;
  readonly r: (typeof rotationWords)['en'];
  readonly #t: (typeof words)['en'];

  constructor(page: Page, language: 'en' | 'fr' = 'en') {
    this.page = page;
    this.r = rotationWords[language];
    this.#t = words[language];
  }

  /** Waits until the extension has opened it. */
  static async opened(browser: Browser): Promise<RotationWindow> {
    const page = await extensionWindow(browser, '/rotation.html');
    await page.waitForSelector('h1');
    return new RotationWindow(page);
  }

  /**
   * Waits until a stage is the current one. The page is asked again and again: the driver of Firefox sometimes misses that a
   * window has come from about:blank, and a selector then waits in a document that is gone.
   *
   * @throws Error where it is not within two minutes
   */
  async reaches(stage: StageName): Promise<void> {
    const title = this.r.stages[stage];
    for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
      const current = await this.page
        .evaluate(() => document.querySelector('.stages > .now h2')?.textContent ?? '')
        .catch(() => '');
      if (current.includes(title)) return;
    }
    throw new Error(`the window never reached the stage "${title}"`);
  }

  async press(name: string): Promise<void> {
    await this.page.bringToFront();
    await press(this.page, name);
  }

  /** Shows the changes, then has Payline asked and the new key installed. */
  async install(): Promise<void> {
    await this.press(this.#t.showChanges);
    await this.page.waitForSelector('.file');
    await this.press(this.r.install);
  }

  /** Confirms that the installation is to be undone. */
  async undo(): Promise<void> {
    await this.press(this.#t.undo);
    await this.page.waitForSelector('dialog[open]');
    await this.press(this.#t.undoConfirm);
  }

  /**
   * Enters the old key's end date, as if the list of keys did not show it.
   *
   * @param day `yyyy-mm-dd`
   */
  async finishByHand(day: string): Promise<void> {
    await this.page.bringToFront();
    await (await this.page.waitForSelector(`summary::-p-text(${this.r.byHand})`))?.click();
    const field = await this.page.waitForSelector('input[type="date"]');
    // How a date is typed depends on the browser's language.
    await field?.evaluate((input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, day);
    await this.press(this.r.finishBy);
  }

  /** Waits until it says something. */
  async says(text: string): Promise<void> {
    await this.page.waitForSelector(`main ::-p-text(${text})`);
  }

  async problem(): Promise<string> {
    const alert = await this.page.waitForSelector('[role="alert"]');
    return (await alert?.evaluate((element) => element.textContent)) ?? '';
  }

  shown(): Promise<string> {
    return shownText(this.page);
  }
}

export const accepted = paylineWords.en.works;
