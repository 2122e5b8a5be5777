import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { send } from '../messages/send.ts';
import type { Waiting } from '../outbox/record.ts';

/** What waits, kept up to date while the window is open; `undefined` until it is known. */
export function useOutbox(): readonly Waiting[] | undefined {
  const [waiting, setWaiting] = useState<readonly Waiting[]>();
  useEffect(() => {
    const refresh = async () => setWaiting((await send('outbox', {})).waiting);
    void refresh();
    browser.storage.local.onChanged.addListener(refresh);
    return () => browser.storage.local.onChanged.removeListener(refresh);
  }, []);
  return waiting;
}
