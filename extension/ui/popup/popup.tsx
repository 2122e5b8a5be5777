import browser from 'webextension-polyfill';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import { t } from '../language.ts';
import { useOutbox } from '../outbox.ts';
import { type Inventories, useInventories } from '../use-inventories.ts';
import { ConnectionStatus } from './connection-status.tsx';
import { EndingKeys } from './ending-keys.tsx';
import { InventoryList } from './inventory-list.tsx';
import { p } from './language.ts';
import { leaveFor } from './leave.ts';
import { OfferedKeys } from './offered-keys.tsx';
import { RemovedKeys } from './removed-keys.tsx';
import { Rotations } from './rotations.tsx';
import { usePlaces } from './use-places.ts';
import { WaitingKeys } from './waiting-keys.tsx';

/** What the toolbar's button shows: what waits and for how long, what a page offers, what ends soon, what is connected. */
export function Popup() {
  const waiting = useOutbox();
  const inventories = useInventories();
  return waiting && inventories ? <Parts waiting={waiting} inventories={inventories} /> : null;
}

interface Props {
  readonly waiting: readonly Waiting[];
  readonly inventories: Inventories;
}

function Parts({ waiting, inventories }: Props) {
  const places = usePlaces(waiting);
  return (
    <>
      <WaitingKeys waiting={waiting} />
      <OfferedKeys />
      <RemovedKeys />
      <Rotations />
      <EndingKeys inventories={inventories} places={places} />
      <InventoryList inventories={inventories} places={places} />
      <div>
        <button type="button" class="quiet" onClick={() => void leaveFor(send('open-rotation', {}))}>
          {p.replaceAny}
        </button>
        <button type="button" class="quiet" onClick={() => void leaveFor(send('by-hand', {}))}>
          {p.byHand}
        </button>
      </div>
      <footer class="status-bar">
        <ConnectionStatus />
        <button type="button" class="quiet" onClick={() => void leaveFor(browser.runtime.openOptionsPage())}>
          {t.settings}
        </button>
      </footer>
    </>
  );
}
