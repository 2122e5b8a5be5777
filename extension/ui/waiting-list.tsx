import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Connection } from '../host/recipient.ts';
import { send } from '../messages/send.ts';
import type { Waiting } from '../outbox/record.ts';
import { WindowHeading } from './heading.tsx';
import { Badge } from './key-card.tsx';
import { dayText, t } from './language.ts';
import { useOutbox } from './outbox.ts';
import { useTask } from './task.ts';

/** What the toolbar's button shows: the keys that wait and for how long, the way to their files, what is connected. */
export function WaitingList() {
  const waiting = useOutbox();
  if (!waiting) return null;
  return (
    <>
      {waiting.length === 0 ? <Nothing /> : <Keys waiting={waiting} />}
      <footer class="status-bar">
        <ConnectionStatus />
        <button type="button" class="quiet" onClick={() => leaveFor(browser.runtime.openOptionsPage())}>
          {t.settings}
        </button>
      </footer>
    </>
  );
}

function Nothing() {
  return (
    <>
      <WindowHeading>{t.nothingWaits}</WindowHeading>
      <p class="hint">{t.nothingWaitsMore}</p>
    </>
  );
}

function Keys({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <>
      <WindowHeading>{t.waits(waiting.length)}</WindowHeading>
      <ul class="plain">
        {waiting.map(({ captureId, key, expires }) => (
          <li key={captureId} class="card">
            <span class="row">
              <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
            </span>
            <small>
              {t.merchant} {key.merchantId}
              {key.reference && ` · ${key.reference}`}
            </small>
            <small>{t.until(dayText(expires))}</small>
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={() => leaveFor(send('open', {}))}>
        {t.openDestination}
      </button>
    </>
  );
}

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

/** Opening another window closes this one, in most browsers by itself. */
function leaveFor(opening: Promise<unknown>): void {
  void opening.then(() => window.close());
}
