import browser from 'webextension-polyfill';
import { hostPermission } from '../host/exchange.ts';
import { t } from './language.ts';

/** Asks the person, through the browser, for the right to talk to the configurator. */
export function Connect() {
  const connect = async () => {
    const isGranted = await browser.permissions.request(hostPermission);
    // Chromium gives a window what was granted when it is loaded again.
    if (isGranted) location.reload();
  };
  return (
    <div class="notice">
      <p>{t.connectWhy}</p>
      <button type="button" class="primary" onClick={() => void connect()}>
        {t.connect}
      </button>
    </div>
  );
}
