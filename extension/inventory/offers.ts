import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { mask } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { consoleTabs } from '../consoles/watching.ts';
import { dayOf } from './days.ts';

/**
 * A key that a tab shows and that the person may choose to keep. Its texts are plain ASCII, so they are safe to show.
 */
const offer = v.strictObject({
  lastThree: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{3}$/)),
  reference: v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,200}$/)),
  ends: v.optional(v.string()),
});

/** A tab's answer once the background has kept its key. */
const takenAnswer = v.object({ ok: v.literal(true) });

export interface Offer {
  readonly masked: string;
  readonly reference: string;
  /** Its end date, if the page shows one. */
  readonly ends?: string;
  readonly environment: Environment;
  readonly tab: number;
}

/** A window's request to the content script of a console. */
export type PageRequest = 'offer' | 'take' | 'version';

/** How long to wait for a tab, in milliseconds: a sleeping tab does not answer and must not delay the others. */
const tabTimeout = 1000;

/** In a window: asks every open console tab for the key that it offers. */
export async function offers(): Promise<Offer[]> {
  const found = await Promise.all(
    (await consoleTabs()).map(([tab, environment]) => offerOf(tab, environment)),
  );
  return found.filter((one) => one !== undefined);
}

async function offerOf(tab: number, environment: Environment): Promise<Offer | undefined> {
  const silence = new Promise((resolve) => setTimeout(resolve, tabTimeout));
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
 * In a window: makes a tab send its offered key to the background, which knows the tab's environment.
 *
 * @throws Refusal `seal-failed` if it was not kept, or the page no longer shows it
 */
export async function takeOffer({ tab }: Offer): Promise<void> {
  const answer = v.safeParse(takenAnswer, await askTab(tab, 'take').catch(() => undefined));
  if (!answer.success) throw new Refusal('seal-failed');
}

function askTab(tab: number, type: PageRequest): Promise<unknown> {
  return browser.tabs.sendMessage(tab, { type });
}
