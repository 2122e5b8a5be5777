import { mask } from '../../shared/mask.ts';
import type { Language } from '../capture/words.ts';
import { ask } from '../messages/ask.ts';
import { runtime } from '../messages/runtime.ts';
import { Teller } from '../notice/teller.ts';
import type { PageRequest } from '../offer/offers.ts';
import type { EditedKey } from './edited-key.ts';
import type { Seen } from './survey.ts';

/** Passes the list of keys on, and guides a person who looks for a key that exists. A key leaves the page at their word. */
export class Guide {
  readonly #teller = new Teller();
  readonly #language: () => Language;
  #list = '';
  #edited: EditedKey | undefined;

  /** @param language of the page */
  constructor(language: () => Language) {
    this.#language = language;
    runtime.onMessage.addListener((message, _sender, answer: (answer: unknown) => void) => {
      const isTake = (message as { type: PageRequest }).type === 'take';
      void (isTake ? this.#take() : this.#offer()).then(answer, () => answer(false));
      return true;
    });
  }

  /** Takes in what the page shows now. */
  see({ list, edited }: Seen): void {
    this.#edited = edited;
    const cells = JSON.stringify(list ?? '');
    if (list && cells !== this.#list) void ask('list', { cells: list }).catch(() => {});
    this.#list = cells;
    const state = edited && { name: edited.shown ? ('offered' as const) : ('unrecoverable' as const) };
    this.#teller.tell(state, this.#language(), edited?.form ?? document.documentElement);
  }

  async #offer() {
    const shown = this.#edited?.shown;
    return shown && { masked: mask(shown.accessKey), reference: shown.reference };
  }

  async #take(): Promise<boolean> {
    const shown = this.#edited?.shown;
    return shown !== undefined && (await ask('take', shown)).ok;
  }
}
