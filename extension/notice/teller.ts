import { ask } from '../messages/ask.ts';
import { lastResort } from './last-resort.ts';
import { Status } from './status.ts';
import type { Notice, Told } from './told.ts';

/** How long the background may take to find its words before the page uses its own, in milliseconds. */
const patience = 500;

/**
 * Tells of a state of a pop-up or form, which stands in `box`; of nothing where there is no state. Telling the same again
 * only makes sure that it is still there.
 */
export type Tell = (state: Told | undefined, box: Element) => void;

/**
 * Makes what tells the page's reader how a key is doing. The words are the background's, so that a page without a pop-up
 * need not carry them; where it does not answer, the page still says the one thing that matters.
 */
export function teller(): Tell {
  const status = new Status();
  let said = '';
  let notice: Notice | undefined;

  const find = async (state: Told, box: Element) => {
    const mine = said;
    const show = (found: Notice | undefined) => {
      if (mine !== said) return;
      notice = found;
      status.show(notice, box);
    };
    const own = 'held' in state || state.name === 'lost' ? lastResort : undefined;
    const timer = setTimeout(() => own && show(own), patience);
    const answer = await ask('notice', { state }).catch(() => undefined);
    clearTimeout(timer);
    show(answer?.ok ? answer.value : own);
  };
  return (state, box) => {
    const told = JSON.stringify(state ?? '');
    if (told !== said) {
      said = told;
      if (state) void find(state, box);
      else notice = undefined;
    }
    status.show(notice, box);
  };
}
