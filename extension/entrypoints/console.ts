import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Finding } from '../capture/find.ts';
import { guard } from '../capture/guard.ts';
import { mayBeConsole, originOf, viewsAround } from '../capture/place.ts';
import type { Shown } from '../capture/reading.ts';
import { type SealAnswer, Session } from '../capture/session.ts';
import { Watch } from '../capture/watch.ts';
import { guide } from '../inventory/guide.ts';
import { surveyor } from '../inventory/survey.ts';
import { ask } from '../messages/ask.ts';
import { isOrphaned } from '../messages/runtime.ts';
import { makeNotifier } from '../notice/teller.ts';

/**
 * The content script of the consoles. It is an unlisted script, declared in the manifest and registered for added
 * consoles, because WXT's own wrapper for content scripts reveals itself to the page, and the page could stop it.
 */
export default defineUnlistedScript(() => {
  const isConsole = mayBeConsole({ location, origin, around: viewsAround(window).map(originOf) });
  if (!isConsole || sharedWorld.cleEnMain?.isAlive()) return;
  const showNotice = makeNotifier();
  const startSession = (finding: Finding) =>
    new Session(
      {
        seal,
        guard,
        // Reading takes only a moment, so the page says nothing unless somebody tries to close the pop-up meanwhile.
        show: (state) => showNotice(state.name === 'reading' && !state.held ? undefined : state, finding.box),
        askByHand: () => void ask('unreadable', {}).catch(() => {}),
        now: () => performance.now(),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      },
      finding,
    );
  const showSurvey = guide();
  const scheduleSurvey = surveyor(showSurvey);
  const watch = new Watch(startSession, scheduleSurvey);
  watch.start(document);
  scheduleSurvey();
  void ask('here', {}).catch(() => {});
  sharedWorld.cleEnMain = { isAlive: () => !isOrphaned() };
  handleTakeover(() => {
    watch.end();
    showSurvey({ isEditing: false });
    showNotice(undefined, document.documentElement);
  });
});

/** How this extension's scripts in one page find each other. Scripts of the page cannot see it. */
const sharedWorld = globalThis as { cleEnMain?: { isAlive(): boolean } };

const takeoverEvent = 'cle-en-main-takes-over';

/**
 * Makes an orphaned script (its extension is gone) leave the page to this one, which already holds the same pop-ups.
 * Only a script injected late can have a predecessor. The page could send this event too, so only an orphaned script
 * obeys it.
 */
function handleTakeover(end: () => void): void {
  if (document.readyState !== 'loading') document.dispatchEvent(new Event(takeoverEvent));
  const leave = () => {
    if (!isOrphaned()) return;
    document.removeEventListener(takeoverEvent, leave);
    end();
  };
  document.addEventListener(takeoverEvent, leave);
}

async function seal(shown: Shown): Promise<SealAnswer> {
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
