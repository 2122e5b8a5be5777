import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer';
import type { Variant } from '../../console/variant.ts';
import { photograph } from './evidence.ts';
import { newTab } from './tabs.ts';
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
    const page = await newTab(browser);
    await page.goto(`${origin}/?lang=${language}&variant=${variant}${keyList}`);
    return new ConsolePage(page, page.mainFrame(), language);
  }

  /** Visits a page that embeds the console in a frame. */
  static async visitFramed(browser: Browser, address: string): Promise<ConsolePage> {
    const page = await newTab(browser);
    await page.goto(address);
    const frame = await page.waitForFrame((frame) => frame !== page.mainFrame());
    // The frame may still be on its way to its address.
    const look = () =>
      frame
        .evaluate(() => (document.querySelector('h1') ? { lang: document.documentElement.lang } : undefined))
        .catch(() => undefined);
    const { lang } = await until(look, 'the console did not come in its frame');
    return new ConsolePage(page, frame, lang === 'en' ? 'en' : 'fr');
  }

  /** Creates a key; its pop-up is there when this ends. */
  async createKey(): Promise<void> {
    const { add, create } = names[this.#language];
    await this.#press(add);
    await this.#press(create);
    await this.#popUpCame();
  }

  async #popUpCame(): Promise<void> {
    await until(() => this.showsKey(), 'the pop-up did not come');
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
    await (await this.#frame.waitForSelector(`label::-p-text(${end})`))?.click();
    await this.page.keyboard.type(day);
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

  /** Presses "Fermer" until the pop-up is gone: a press may be held, counted as part of the one before, or missed while the box moves. */
  async pressUntilClosed(): Promise<void> {
    while (await this.showsKey()) {
      await this.pressClose();
      await sleep(1000);
    }
  }

  /** Waits until the pop-up is gone. */
  async closed(): Promise<void> {
    await until(async () => !(await this.showsKey()), 'the pop-up did not go');
  }

  async showsKey(): Promise<boolean> {
    return this.#frame.evaluate((title) => document.body.textContent.includes(title), titles[this.#language]);
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
    const find = async () => (await this.#frame.evaluateHandle(findButton, name)).asElement();
    const button = (await until(find, `no button "${name}" came`)) as ElementHandle<HTMLElement>;
    // Where a frame stands in its page, and so where to press, Firefox does not tell.
    if (this.#frame === this.page.mainFrame()) await button.click();
    else await button.evaluate((element) => element.click());
  }
}

/**
 * Asks a page again and again. The driver's own ways of waiting cost Firefox seconds of the processor for a button that
 * is found by its role, and in a frame without an address they go on finding what was there at first.
 */
async function until<T>(look: () => Promise<T | null | false | undefined>, problem: string): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(problem);
}

/** The button that a screen reader calls so, of those in front: the last one, as a box comes after the page. */
function findButton(name: string): HTMLButtonElement | undefined {
  const buttons = [...document.querySelectorAll('button')];
  return buttons.findLast((button) => (button.ariaLabel ?? button.textContent.trim()) === name);
}
