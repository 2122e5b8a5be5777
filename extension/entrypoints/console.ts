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
import { runtime } from '../messages/runtime.ts';
import { teller } from '../notice/teller.ts';

/**
 * The content script of the consoles, declared in the manifest itself and registered for those that were added: the wrapper that WXT puts around its own content
 * scripts tells the page that it is there, and stops when a script of the page says so.
 */
export default defineUnlistedScript(() => {
  if (!mayBeConsole({ location, origin, around: viewsAround(window).map(originOf) })) return;
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
  const changed = surveyor(guide());
  new Watch(begin, changed).start(document);
  changed();
});

async function seal(shown: Shown): Promise<Sealed> {
  try {
    const answer = await ask('seal', shown);
    return answer.ok ? { kind: 'sealed', ...answer.value } : { kind: 'refused' };
  } catch {
    return { kind: isOrphaned() ? 'orphaned' : 'refused' };
  }
}

/** After an update or a removal, the browser leaves the script in the page and takes its extension away. */
function isOrphaned(): boolean {
  try {
    return !runtime.id;
  } catch {
    return true;
  }
}
