import type { Page, SerializedAXNode } from 'puppeteer';

const controls = new Set(['button', 'textbox', 'radio', 'link', 'checkbox', 'dialog']);

/** What a screen reader is told of a page, node by node: the role and the name of each. */
export async function spoken(page: Page): Promise<SerializedAXNode[]> {
  const root = await page.accessibility.snapshot();
  return root ? flat(root) : [];
}

function flat(node: SerializedAXNode): SerializedAXNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

/** The controls of a page that a screen reader cannot name. */
export async function nameless(page: Page): Promise<string[]> {
  const nodes = await spoken(page);
  return nodes.filter(({ role, name }) => controls.has(role) && !name?.trim()).map(({ role }) => role);
}

/** What the keyboard reaches in one round of Tab, in this order; a group of radio buttons is one stop. */
export async function tabStops(page: Page): Promise<string[]> {
  await page.bringToFront();
  const stops: string[] = [];
  for (let stop = await nextStop(page); stop !== 'again'; stop = await nextStop(page)) {
    if (stop !== '') stops.push(stop);
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-visited]'))
      element.removeAttribute('data-visited');
  });
  return stops;
}

/** Presses Tab once. Gives the name of the control that has the focus now, nothing for the page itself. */
async function nextStop(page: Page): Promise<string> {
  await page.keyboard.press('Tab');
  return await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const last = document.querySelector('[data-visited="last"]');
    // A day is entered in parts, each of which is a stop of its own.
    if (element === last && element instanceof HTMLInputElement && element.type === 'date') return '';
    if (element.hasAttribute('data-visited')) return 'again';
    last?.setAttribute('data-visited', '');
    element.setAttribute('data-visited', 'last');
    if (element === document.body) return '';
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return label ?? element.ariaLabel ?? element.textContent ?? '';
  });
}

/** What the keyboard ought to reach, from the page itself: every control that works, radio buttons by group. */
export function reachable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const usable = [...document.querySelectorAll<HTMLInputElement>('button, input, summary, a[href]')].filter(
      (element) => !element.disabled && element.checkVisibility(),
    );
    const groups = new Set(usable.map((element) => (element.type === 'radio' ? element.name : element)));
    return groups.size;
  });
}
