import { send } from '../messages/send.ts';
import { Badge } from './key-card.tsx';
import { t } from './language.ts';
import { useOutbox } from './outbox.ts';

/** What the toolbar's button shows: the keys that wait, and the way to the window that installs them. */
export function WaitingList() {
  const waiting = useOutbox();
  if (!waiting) return null;
  if (waiting.length === 0) {
    return (
      <>
        <h1>{t.nothingWaits}</h1>
        <p>{t.nothingWaitsMore}</p>
      </>
    );
  }
  return (
    <>
      <h1>{t.waits(waiting.length)}</h1>
      <ul class="plain">
        {waiting.map(({ captureId, key }) => (
          <li key={captureId}>
            <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
            <small>
              {t.merchant} {key.merchantId}
            </small>
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={() => void send('open', {}).then(() => window.close())}>
        {t.openDestination}
      </button>
    </>
  );
}
