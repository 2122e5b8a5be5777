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
 * The content script of the consoles. It is an unlisted script, declared in the manifest and registered for added
 * consoles, because WXT's own wrapper for content scripts reveals itself to the page, and the page could stop it.
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
        // Reading takes only a moment, so the page says nothing unless somebody tries to close the pop-up meanwhile.
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

/** How this extension's scripts in one page find each other. Scripts of the page cannot see it. */
const world = globalThis as { cleEnMain?: { isAlive(): boolean } };

const takeover = 'cle-en-main-takes-over';

/**
 * Makes an orphaned script (its extension is gone) leave the page to this one, which already holds the same pop-ups.
 * Only a script injected late can have a predecessor. The page could send this event too, so only an orphaned script
 * obeys it.
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
