import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Environment } from '../../shared/environment.ts';
import type { Inventory } from '../inventory/record.ts';
import { send } from '../messages/send.ts';

export type Inventories = Readonly<Record<Environment, Inventory>>;

/** What was seen of the consoles' lists, kept up to date while the window is open; `undefined` until it is known. */
export function useInventories(): Inventories | undefined {
  const [known, setKnown] = useState<Inventories>();
  useEffect(() => {
    const refresh = async () => setKnown((await send('inventories', {})).inventories);
    void refresh();
    browser.storage.local.onChanged.addListener(refresh);
    return () => browser.storage.local.onChanged.removeListener(refresh);
  }, []);
  return known;
}
