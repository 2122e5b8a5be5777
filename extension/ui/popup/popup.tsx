import browser from 'webextension-polyfill';
import { send } from '../../messages/send.ts';
import { t } from '../language.ts';
import { useOutbox } from '../outbox.ts';
import { ConnectionStatus } from './connection-status.tsx';
import { EndingKeys } from './ending-keys.tsx';
import { InventoryList } from './inventory-list.tsx';
import { p } from './language.ts';
import { leaveFor } from './leave.ts';
import { OfferedKeys } from './offered-keys.tsx';
import { RemovedKeys } from './removed-keys.tsx';
import { useInventories } from './use-inventories.ts';
import { WaitingKeys } from './waiting-keys.tsx';

/** What the toolbar's button shows: what waits and for how long, what a page offers, what ends soon, what is connected. */
export function Popup() {
  const waiting = useOutbox();
  const inventories = useInventories();
  if (!waiting || !inventories) return null;
  return (
    <>
      <WaitingKeys waiting={waiting} />
      <OfferedKeys />
      <RemovedKeys />
      <EndingKeys inventories={inventories} />
      <InventoryList inventories={inventories} waiting={waiting} />
      <button type="button" class="quiet" onClick={() => void leaveFor(send('by-hand', {}))}>
        {p.byHand}
      </button>
      <footer class="status-bar">
        <ConnectionStatus />
        <button type="button" class="quiet" onClick={() => void leaveFor(browser.runtime.openOptionsPage())}>
          {t.settings}
        </button>
      </footer>
    </>
  );
}
