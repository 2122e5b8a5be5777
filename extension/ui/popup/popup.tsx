import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Connection } from '../../host/recipient.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { Begun } from '../../rotation/record.ts';
import { AskedKeys } from '../asked.tsx';
import { Badge } from '../key-card.tsx';
import { t } from '../language.ts';
import { type Inventories, useInventories, useWaitingKeys } from '../stored.ts';
import { useTask } from '../task.tsx';
import { useWatchStatus, WatchStatusNotice } from '../watching/watching.tsx';
import { EndingKeys } from './ending-keys.tsx';
import { InventoryList } from './inventory-list.tsx';
import { OfferedKeys } from './offered-keys.tsx';
import { WaitingKeys } from './waiting-keys.tsx';
import { closeAfter, openRotationWindow, p, usePlaces } from './ways-on.tsx';

/** The toolbar popup: waiting keys, keys that a page offers, keys that end soon, and the connection. */
export function Popup() {
  const waiting = useWaitingKeys();
  const inventories = useInventories();
  return waiting && inventories ? <PopupContent waiting={waiting} inventories={inventories} /> : null;
}

interface Props {
  readonly waiting: readonly Waiting[];
  readonly inventories: Inventories;
}

function PopupContent({ waiting, inventories }: Props) {
  const places = usePlaces(waiting);
  const consoles = useWatchStatus();
  return (
    <>
      <AskedKeys />
      <WaitingKeys waiting={waiting} />
      <WatchStatusNotice consoles={consoles} />
      <OfferedKeys inventories={inventories} />
      <Rotations />
      <EndingKeys inventories={inventories} places={places} />
      <InventoryList inventories={inventories} places={places} />
      <div>
        <button type="button" class="quiet" onClick={() => void closeAfter(send('open-rotation', {}))}>
          {p.replaceAny}
        </button>
        <button type="button" class="quiet" onClick={() => void closeAfter(send('by-hand', {}))}>
          {p.byHand}
        </button>
      </div>
      <footer class="status-bar">
        <ConnectionStatus />
        <button
          type="button"
          class="quiet"
          onClick={() => void closeAfter(browser.runtime.openOptionsPage())}
        >
          {t.settings}
        </button>
      </footer>
    </>
  );
}

/** The rotations under way, each with a button to continue. */
function Rotations() {
  const [rotations, setRotations] = useState<readonly Begun[]>([]);
  useEffect(() => void send('rotations', {}).then((known) => setRotations(known.rotations)), []);
  return rotations.map(({ name, masked, ...place }) => (
    <section key={`${place.project} ${place.environment}`} class="notice" aria-label={p.replacing(masked)}>
      <p class="row">
        <strong>{p.replacing(masked)}</strong> <Badge environment={place.environment} />
      </p>
      <p>{p.inProjects(name)}</p>
      <button type="button" aria-label={p.goOnWith(masked, name)} onClick={() => openRotationWindow(place)}>
        {p.goOn}
      </button>
    </section>
  ));
}

/** Whether the configurator is connected. */
function ConnectionStatus() {
  const [task, run] = useTask<Connection>();
  useEffect(() => void run(async () => (await send('connection', {})).connection), []);
  return (
    <p role="status" class={task.state === 'done' ? 'connection on' : 'connection'}>
      {task.state === 'busy' && t.lookingForHost}
      {task.state === 'done' && t.connected}
      {task.state === 'failed' && t.notConnected}
    </p>
  );
}
