import { mask } from '../../shared/mask.ts';
import { Status } from '../capture/status.ts';
import { runtime } from '../messages/runtime.ts';
import { send } from '../messages/send.ts';
import type { PageRequest } from '../offer/offers.ts';
import type { EditedKey } from './edited-key.ts';
import type { Seen } from './survey.ts';

/** Passes the list of keys on, and guides a person who looks for a key that exists. A key leaves the page at their word. */
export class Guide {
  readonly #status = new Status();
  #list = '';
  #edited: EditedKey | undefined;
  /** What was said of the form last, so that it is said once. */
  #said = '';

  constructor() {
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
    if (list && cells !== this.#list) void send('list', { cells: list }).catch(() => {});
    this.#list = cells;
    const said = edited ? (edited.shown?.accessKey ?? 'masked') : '';
    if (said !== this.#said) void this.#say(edited).catch(() => {});
    this.#said = said;
  }

  async #offer() {
    const shown = this.#edited?.shown;
    return shown && { masked: mask(shown.accessKey), reference: shown.reference };
  }

  async #take(): Promise<boolean> {
    const { form, shown } = this.#edited ?? {};
    if (!form || !shown) return false;
    this.#status.show({ tone: 'safe', ...(await send('take', shown)) }, form);
    return true;
  }

  async #say(edited: EditedKey | undefined): Promise<void> {
    if (!edited) this.#status.show(undefined, document.documentElement);
    else {
      const notice = await send('edited', { isShown: edited.shown !== undefined });
      if (this.#edited) this.#status.show({ tone: 'calm', ...notice }, edited.form);
    }
  }
}
