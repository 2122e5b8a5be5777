import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { mask } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';

/** A key that a tab shows, and that may be kept if the person wants it. */
const offer = v.strictObject({ lastThree: v.pipe(v.string(), v.maxLength(3)), reference: v.string() });

/** How a tab answers that has handed its key over, and the background has kept it. */
const kept = v.object({ ok: v.literal(true) });

export interface Offer {
  readonly masked: string;
  readonly reference: string;
  readonly tab: number;
}

/** What a window asks of the script in a console's page. */
export type PageRequest = 'offer' | 'take';

/** A tab that the browser has put to sleep says nothing; the others are not kept waiting for it, in milliseconds. */
const patience = 1000;

/** In a window: asks every tab for a key that it offers. Only a console's page has somebody who answers. */
export async function offers(): Promise<Offer[]> {
  const tabs = await browser.tabs.query({});
  const found = await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : offerOf(id))));
  return found.filter((one) => one !== undefined);
}

async function offerOf(tab: number): Promise<Offer | undefined> {
  const silence = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = v.safeParse(offer, await Promise.race([ask(tab, 'offer').catch(() => undefined), silence]));
  if (!answer.success) return undefined;
  const { lastThree, reference } = answer.output;
  return { masked: mask(lastThree), reference, tab };
}

/**
 * In a window: has a tab hand the key that it offers to the background, which knows that tab's environment.
 *
 * @throws Refusal `seal-failed` where it is not kept, or not shown any more
 */
export async function takeOffer({ tab }: Offer): Promise<void> {
  const answer = v.safeParse(kept, await ask(tab, 'take').catch(() => undefined));
  if (!answer.success) throw new Refusal('seal-failed');
}

function ask(tab: number, type: PageRequest): Promise<unknown> {
  return browser.tabs.sendMessage(tab, { type });
}
