import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { recipientWords } from '../../../extension/ui/recipients/words.ts';
import { sendingWords } from '../../../extension/ui/sending/words.ts';
import { chooseWay } from './destination-window.ts';
import { patience } from './windows.ts';
import type { Workspace } from './workspace.ts';

type Language = keyof typeof sendingWords;

/** The merchant's part between two people, in the window that asks where a key goes. */
export class Sealing {
  readonly page: Page;
  readonly words: (typeof sendingWords)['en'] & (typeof recipientWords)['en'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = { ...recipientWords[language], ...sendingWords[language] };
  }

  /** Begins it in a window that shows a key. */
  static async begin(page: Page): Promise<Sealing> {
    const language = await page.evaluate(() => document.documentElement.lang);
    const sealing = new Sealing(page, language === 'fr' ? 'fr' : 'en');
    await chooseWay(page, 'developer');
    await sealing.press(sealing.words.begin);
    await page.waitForSelector(`h2::-p-text(${sealing.words.who})`);
    return sealing;
  }

  /** Pastes a colleague's line; gives the code that the window shows. */
  async showCode(line: string): Promise<string> {
    await this.paste(line);
    return this.#readOut();
  }

  /** Pastes a text that should be a colleague's line. */
  async paste(line: string): Promise<void> {
    await (await this.page.waitForSelector('input[name="line"]'))?.type(line);
    await this.press(this.words.showCode);
  }

  /** Says that the colleague read out the same code. */
  async keep(name: string, row = 'label.choice'): Promise<void> {
    await this.#typeName(name);
    await this.press(this.words.same);
    await this.page.waitForSelector(`${row}::-p-text(${name})`);
  }

  /** Starts to add another colleague. */
  async addAnother(): Promise<void> {
    await this.press(this.words.add);
  }

  /** Gives the colleague whose entry is open another name. */
  async rename(name: string): Promise<void> {
    await this.#typeName(name);
    await this.press(this.words.save);
  }

  /** Seals the key for those who are chosen. */
  async seal(): Promise<void> {
    await this.press(this.words.seal);
    await this.page.waitForSelector('.hand-over');
  }

  /** Seals the key with a passphrase; gives it as the window shows it. */
  async sealWithPassphrase(): Promise<string> {
    await this.press(this.words.passphrase);
    await this.page.waitForSelector('.hand-over');
    return this.#readOut();
  }

  /** What the window shows last to be read out: the code of a sealed file is below its passphrase. */
  async confirmationCode(): Promise<string> {
    return (await this.#readOuts()).at(-1) ?? '';
  }

  /** Downloads the file; gives where the browser has put it. */
  async download({ home }: Workspace): Promise<string> {
    const name = await this.page.$eval('.hand-over .mono', (element) => element.textContent ?? '');
    await this.press(this.words.download);
    const path = join(home, 'Downloads', name);
    for (const end = Date.now() + patience; !existsSync(path); await sleep(50)) {
      if (Date.now() > end) throw new Error(`the browser saved no "${path}"`);
    }
    return path;
  }

  /** Copies the file's text. */
  async copy(): Promise<void> {
    await this.press(this.words.copy);
    await this.page.waitForSelector(`[role="status"]::-p-text(${this.words.copied})`);
  }

  /** Leaves the sealed file; gives what the window says of it then. */
  async leave(): Promise<string> {
    await this.press(this.words.done);
    const row = await this.page.waitForSelector('.card li strong');
    return (await row?.evaluate((element) => element.textContent)) ?? '';
  }

  async press(name: string): Promise<void> {
    const button = await this.page.waitForSelector(`button:not(:disabled)::-p-text(${name})`);
    await button?.click();
  }

  async #readOut(): Promise<string> {
    await this.page.waitForSelector('.read-out');
    return (await this.#readOuts())[0] ?? '';
  }

  async #typeName(name: string): Promise<void> {
    const field = await this.page.waitForSelector('input[name="colleague"]');
    await field?.evaluate((input) => (input as HTMLInputElement).select());
    await field?.type(name);
  }

  #readOuts(): Promise<string[]> {
    return this.page.$$eval('.read-out [aria-hidden]', (elements) =>
      elements.map((element) => element.textContent ?? ''),
    );
  }
}
