import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { mask } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { consoleTabs } from '../consoles/watching.ts';
import { dayOf } from './days.ts';

/** A key that a tab shows, and that may be kept if the person wants it. Nothing in it acts on the window that shows it. */
const offer = v.strictObject({
  lastThree: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{3}$/)),
  reference: v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,200}$/)),
  ends: v.optional(v.string()),
});

/** How a tab answers that has handed its key over, and the background has kept it. */
const taken = v.object({ ok: v.literal(true) });

export interface Offer {
  readonly masked: string;
  readonly reference: string;
  /** The day of its end, where the page shows one. */
  readonly ends?: string;
  readonly environment: Environment;
  readonly tab: number;
}

/** What a window asks of the script in a console's page. */
export type PageRequest = 'offer' | 'take' | 'version';

/** A tab that the browser has put to sleep says nothing; the others are not kept waiting for it, in milliseconds. */
const patience = 1000;

/** In a window: asks every open console for a key that it offers. */
export async function offers(): Promise<Offer[]> {
  const found = await Promise.all(
    (await consoleTabs()).map(([tab, environment]) => offerOf(tab, environment)),
  );
  return found.filter((one) => one !== undefined);
}

async function offerOf(tab: number, environment: Environment): Promise<Offer | undefined> {
  const silence = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = v.safeParse(
    offer,
    await Promise.race([askTab(tab, 'offer').catch(() => undefined), silence]),
  );
  if (!answer.success) return undefined;
  const { lastThree, reference } = answer.output;
  const ends = dayOf(answer.output.ends);
  return { masked: mask(lastThree), reference, environment, tab, ...(ends !== undefined && { ends }) };
}

/**
 * In a window: has a tab hand the key that it offers to the background, which knows that tab's environment.
 *
 * @throws Refusal `seal-failed` where it is not kept, or not shown any more
 */
export async function takeOffer({ tab }: Offer): Promise<void> {
  const answer = v.safeParse(taken, await askTab(tab, 'take').catch(() => undefined));
  if (!answer.success) throw new Refusal('seal-failed');
}

function askTab(tab: number, type: PageRequest): Promise<unknown> {
  return browser.tabs.sendMessage(tab, { type });
}
