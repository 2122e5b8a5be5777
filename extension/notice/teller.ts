import type { Language } from '../capture/words.ts';
import { ask } from '../messages/ask.ts';
import { lastResort } from './last-resort.ts';
import { Status } from './status.ts';
import type { Notice, Told } from './told.ts';

/** How long the background may take to find its words before the page uses its own, in milliseconds. */
const patience = 500;

/**
 * Tells the page's reader how a key is doing. The words are the background's, so that a page without a pop-up need not
 * carry them; where it does not answer, the page still says the one thing that matters.
 */
export class Teller {
  readonly #status = new Status();
  #told = '';
  #notice: Notice | undefined;

  /**
   * @param state nothing to tell where there is none
   * @param box the pop-up or form that it is about
   */
  tell(state: Told | undefined, language: Language, box: Element): void {
    const told = JSON.stringify(state ?? '');
    if (told !== this.#told) {
      this.#told = told;
      if (state) void this.#ask(state, language, box);
      else this.#notice = undefined;
    }
    this.#status.show(this.#notice, box);
  }

  async #ask(state: Told, language: Language, box: Element): Promise<void> {
    const told = this.#told;
    const show = (notice: Notice | undefined) => {
      if (told !== this.#told) return;
      this.#notice = notice;
      this.#status.show(notice, box);
    };
    const own = 'held' in state || state.name === 'lost' ? lastResort(language) : undefined;
    const timer = setTimeout(() => own && show(own), patience);
    const answer = await ask('notice', { state, language }).catch(() => undefined);
    clearTimeout(timer);
    show(answer?.ok ? answer.value : own);
  }
}
