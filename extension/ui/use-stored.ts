import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** What is asked of the background, asked again at each change of the storage while the window is open; `undefined` until it is known. */
export function useStored<T>(ask: () => Promise<T>): T | undefined {
  const [known, setKnown] = useState<T>();
  useEffect(() => {
    const refresh = async () => {
      const answer = await ask();
      setKnown(() => answer);
    };
    void refresh();
    browser.storage.local.onChanged.addListener(refresh);
    return () => browser.storage.local.onChanged.removeListener(refresh);
  }, []);
  return known;
}
