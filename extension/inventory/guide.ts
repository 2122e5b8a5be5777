import type { EditedKey } from '../capture/find.ts';
import { ask } from '../messages/ask.ts';
import { reach, runtime } from '../messages/runtime.ts';
import { makeNotifier } from '../notice/teller.ts';
import type { PageRequest } from './offers.ts';
import type { Survey } from './survey.ts';

/**
 * Sends the list of keys to the background, and offers to take a key that the page shows again. That key leaves the
 * page only at the person's request.
 *
 * @returns a function that takes each new survey of the page
 */
export function guide(): (seen: Survey) => void {
  const tell = makeNotifier();
  let known = '';
  let form: EditedKey | undefined;

  runtime.onMessage.addListener((message, _sender, answer: (answer: unknown) => void) => {
    const shown = form?.shown;
    const { type } = message as { type: PageRequest };
    if (type === 'version') answer(reach(({ runtime }) => runtime.getManifest().version));
    else if (shown && type === 'take') void ask('take', shown).then(answer, () => answer(undefined));
    else if (shown) {
      const { accessKey, reference, ends } = shown;
      answer({ lastThree: accessKey.slice(-3), reference, ends });
    }
    // Without a key here, another frame's script may answer.
    return (type === 'version' || shown !== undefined) as true;
  });
  return ({ list, edited }) => {
    form = edited;
    const cells = JSON.stringify(list ?? '');
    if (list && cells !== known) void ask('list', { cells: list }).catch(() => {});
    known = cells;
    const name = edited?.shown ? 'offered' : 'unrecoverable';
    tell(edited && { name }, edited?.form ?? document.documentElement);
  };
}
