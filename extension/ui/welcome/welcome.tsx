import browser from 'webextension-polyfill';
import { ConnectionSection } from '../settings/connection-section.tsx';
import { g, useWatchStatus, WatchStatusNotice } from '../watching/watching.tsx';
import { WindowHeading } from '../window.tsx';
import { w } from './words.ts';

/**
 * Firefox and Chromium pin an icon in different ways. The scheme of the extension's pages tells which browser this is.
 */
const family = location.protocol === 'moz-extension:' ? 'firefox' : 'chromium';

/** The page that opens once, after the installation. */
export function Welcome() {
  const consoles = useWatchStatus();
  return (
    <>
      <WindowHeading>{w.title}</WindowHeading>
      <p class="lead">{w.what.join(' ')}</p>
      <WatchStatusNotice consoles={consoles} />
      <section class="card">
        <h2>{w.ready}</h2>
        <p>{w.readyMore}</p>
        <p class="hint">{g.private}</p>
      </section>
      <section class="card">
        <h2>{w.pin}</h2>
        <p>{w.pinMore}</p>
        <p class="hint">{w.pinSteps[family]}</p>
      </section>
      <h2>{w.connect}</h2>
      <p class="hint">{w.connectMore}</p>
      <ConnectionSection />
      <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
        {w.openSettings}
      </button>
    </>
  );
}
