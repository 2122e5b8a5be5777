import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'puppeteer';
import type { Variant } from '../../console/variant.ts';
import { photograph } from './evidence.ts';
import { patience } from './windows.ts';
import type { Workspace } from './workspace.ts';

export const consoles = {
  homologation: 'https://homologation-admin.payline.com',
  production: 'https://admin.payline.com',
};
const keyList = '#/configuration/api-keys';
const titles = { fr: 'Clé d’accès créée', en: 'Access key created' };
const names = {
  fr: {
    add: 'Créer une nouvelle clé',
    create: 'Créer',
    close: 'Fermer',
    next: 'Page suivante',
    copy: 'Copier : ',
    end: 'Date de fin',
    save: 'Sauvegarder',
  },
  en: {
    add: 'Create a new key',
    create: 'Create',
    close: 'Close',
    next: 'Next page',
    copy: 'Copy: ',
    end: 'End date',
    save: 'Save',
  },
};

export interface ConsoleVisit {
  readonly origin?: string;
  readonly language?: 'fr' | 'en';
  readonly variant?: Variant;
}

/** The list of keys in the practice console, as a merchant uses it. */
export class ConsolePage {
  readonly page: Page;
  readonly #frame: Frame;
  readonly #language: 'fr' | 'en';

  private constructor(page: Page, frame: Frame, language: 'fr' | 'en') {
    page.setDefaultTimeout(patience);
    this.page = page;
    this.#frame = frame;
    this.#language = language;
  }

  static async visit(browser: Browser, visit: ConsoleVisit = {}): Promise<ConsolePage> {
    const { origin = consoles.homologation, language = 'fr', variant = 'material' } = visit;
    const page = await browser.newPage();
    await page.goto(`${origin}/?lang=${language}&variant=${variant}${keyList}`);
    return new ConsolePage(page, page.mainFrame(), language);
  }

  /** Visits a page that embeds the console in a frame. */
  static async visitFramed(browser: Browser, address: string): Promise<ConsolePage> {
    const page = await browser.newPage();
    await page.goto(address);
    const frame = await page.waitForFrame((frame) => frame !== page.mainFrame());
    await frame.waitForSelector('h1');
    const language = await frame.evaluate(() => document.documentElement.lang);
    return new ConsolePage(page, frame, language === 'en' ? 'en' : 'fr');
  }

  /** Creates a key; its pop-up is there when this ends. */
  async createKey(): Promise<void> {
    const { add, create } = names[this.#language];
    await this.#press(add);
    await this.#press(create);
    await this.#popUpCame();
  }

  /** The text is asked for too: in a frame without an address, Firefox's driver goes on finding what was there at first. */
  async #popUpCame(): Promise<void> {
    const title = titles[this.#language];
    const isWritten = (words: string) => document.body.textContent.includes(words);
    for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
      if ((await this.showsKey()) || (await this.#frame.evaluate(isWritten, title))) return;
    }
    throw new Error('the pop-up did not come');
  }

  /** The rows of the list that are shown, the cells of each beside one another. */
  async rows(): Promise<string[]> {
    await this.#frame.waitForSelector('tr[mat-row]');
    return this.#frame.$$eval('tr[mat-row]', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' ')),
    );
  }

  /** Turns to the next page of the list. */
  async turnPage(): Promise<void> {
    await this.#press(names[this.#language].next);
  }

  /** Opens "Modifier une clé" for the key in the list's first row. */
  async editFirstKey(): Promise<void> {
    await this.page.bringToFront();
    await (await this.#frame.waitForSelector('tr[mat-row]'))?.click();
    await this.#frame.waitForSelector('form');
  }

  /**
   * Gives a key of the list its end; ends when the list shows it.
   *
   * @param day as it is typed, `dd/mm/yyyy`
   */
  async giveEnd(reference: string, day: string): Promise<void> {
    const { end, save } = names[this.#language];
    await this.page.bringToFront();
    await (await this.#frame.waitForSelector(`tr[mat-row]::-p-text(${reference})`))?.click();
    await (await this.#frame.waitForSelector(`::-p-aria([name="${end}"][role="textbox"])`))?.type(day);
    await this.#press(save);
    await this.#frame.waitForSelector(`tr[mat-row]::-p-text(${day})`);
  }

  /** Copies a field by the icon beside it, which says when that is done. */
  async copy(label: string): Promise<void> {
    const name = names[this.#language].copy + label;
    await this.#press(name);
    await this.#frame.waitForSelector(`button[aria-label="${name}"]`, { hidden: true });
  }

  /** Presses "Fermer" once, as a person would. */
  async pressClose(): Promise<void> {
    await this.#press(names[this.#language].close);
  }

  /** Waits until the pop-up is gone. */
  async closed(): Promise<void> {
    await this.#frame.waitForSelector(`::-p-text(${titles[this.#language]})`, { hidden: true });
  }

  async showsKey(): Promise<boolean> {
    return (await this.#frame.$(`::-p-text(${titles[this.#language]})`)) !== null;
  }

  /** A picture in which the fields of the pop-up are blank: their values are not for keeping. */
  async photograph(workspace: Workspace, name: string): Promise<string> {
    await this.page.evaluate(() => {
      const cover = new CSSStyleSheet();
      cover.replaceSync('input[readonly] { color: transparent !important }');
      document.adoptedStyleSheets = [cover];
    });
    return await photograph(this.page, workspace, name);
  }

  async #press(name: string): Promise<void> {
    await this.page.bringToFront();
    const button = await this.#frame.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    // Where a frame stands in its page, and so where to press, Firefox does not tell.
    if (this.#frame === this.page.mainFrame()) await button?.click();
    else await button?.evaluate((element) => (element as HTMLElement).click());
  }
}
