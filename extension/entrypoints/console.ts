import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Finding } from '../capture/find.ts';
import { guard } from '../capture/guard.ts';
import { mayBeConsole, originOf, viewsAround } from '../capture/place.ts';
import type { Shown } from '../capture/reading.ts';
import { type Sealed, Session } from '../capture/session.ts';
import { Watch } from '../capture/watch.ts';
import { guide } from '../inventory/guide.ts';
import { surveyor } from '../inventory/survey.ts';
import { ask } from '../messages/ask.ts';
import { isOrphaned } from '../messages/runtime.ts';
import { teller } from '../notice/teller.ts';

/**
 * The content script of the consoles, declared in the manifest itself and registered for those that were added: the wrapper that WXT puts around its own content
 * scripts tells the page that it is there, and stops when a script of the page says so.
 */
export default defineUnlistedScript(() => {
  const isConsole = mayBeConsole({ location, origin, around: viewsAround(window).map(originOf) });
  if (!isConsole || world.cleEnMain?.isAlive()) return;
  const tell = teller();
  const begin = (finding: Finding) =>
    new Session(
      {
        seal,
        guard,
        // A reading takes a moment: there is nothing to say of it, unless somebody tries to close the pop-up meanwhile.
        show: (state) => tell(state.name === 'reading' && !state.held ? undefined : state, finding.box),
        askByHand: () => void ask('unreadable', {}).catch(() => {}),
        now: () => performance.now(),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      },
      finding,
    );
  const show = guide();
  const changed = surveyor(show);
  const watch = new Watch(begin, changed);
  watch.start(document);
  changed();
  void ask('here', {}).catch(() => {});
  world.cleEnMain = { isAlive: () => !isOrphaned() };
  giveWay(() => {
    watch.end();
    show({ isEditing: false });
    tell(undefined, document.documentElement);
  });
});

/** What this extension's scripts in one page know of each other; no script of the page sees it. */
const world = globalThis as { cleEnMain?: { isAlive(): boolean } };

const takeover = 'cle-en-main-takes-over';

/**
 * Has a script whose extension is gone leave the page to this one, which holds by now what that one holds. Only a script that is
 * put into a page late can have one before it; and only a script that is orphaned listens to what a page, too, could say.
 */
function giveWay(end: () => void): void {
  if (document.readyState !== 'loading') document.dispatchEvent(new Event(takeover));
  const leave = () => {
    if (!isOrphaned()) return;
    document.removeEventListener(takeover, leave);
    end();
  };
  document.addEventListener(takeover, leave);
}

async function seal(shown: Shown): Promise<Sealed> {
  try {
    const { authorization, merchantId, ...key } = shown;
    const answer =
      merchantId === undefined
        ? await ask('seal', { ...key, authorization })
        : await ask('page-key', { ...key, merchantId });
    return answer.ok ? { kind: 'sealed', ...answer.value } : { kind: 'refused', code: answer.code };
  } catch {
    return { kind: isOrphaned() ? 'orphaned' : 'refused' };
  }
}
