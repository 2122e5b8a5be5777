import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import { expiresSoon, type Removed, type Waiting } from '../../outbox/record.ts';
import { Badge } from '../key-card.tsx';
import { dateText, dayText, t } from '../language.ts';
import { WindowHeading } from '../window.tsx';
import { leaveFor, p } from './ways-on.tsx';

/** The keys that wait, for how long, and the way to their files. */
export function WaitingKeys({ waiting }: { waiting: readonly Waiting[] }) {
  if (waiting.length === 0) {
    return (
      <>
        <WindowHeading>{t.nothingWaits}</WindowHeading>
        <p class="hint">{t.nothingWaitsMore}</p>
      </>
    );
  }
  return (
    <>
      <WindowHeading>{t.waits(waiting.length)}</WindowHeading>
      <ul class="plain">
        {waiting.map((one) => (
          <li key={one.captureId} class="card">
            <WaitingKey waiting={one} />
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={() => void leaveFor(send('open', {}))}>
        {t.openDestination}
      </button>
    </>
  );
}

function WaitingKey({ waiting }: { waiting: Waiting }) {
  const { key, expires } = waiting;
  return (
    <>
      <span class="row">
        <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
      </span>
      <small>
        {t.merchant} {key.merchantId}
        {key.reference && ` · ${key.reference}`}
      </small>
      {expiresSoon(waiting, new Date()) ? (
        <strong class="problem">{p.removedSoon(dateText(expires))}</strong>
      ) : (
        <small>{t.until(dayText(expires))}</small>
      )}
    </>
  );
}

/** The keys that waited for too long: nothing goes without a word. */
export function RemovedKeys() {
  const [removals, setRemovals] = useState<readonly Removed[]>([]);
  const refresh = async () => setRemovals((await send('removals', {})).removals);
  useEffect(() => void refresh(), []);
  const dismiss = async (captureId: string) => {
    await send('dismiss-removal', { captureId });
    await refresh();
  };
  return removals.map(({ captureId, key, created, removed }) => (
    <section key={captureId} class="notice alert" aria-label={p.removed(key.masked)}>
      <p class="row">
        <strong>{p.removed(key.masked)}</strong> <Badge environment={key.environment} />
      </p>
      <p>{p.removedMore(dayText(created), dayText(removed))}</p>
      <button type="button" onClick={() => void dismiss(captureId)}>
        {p.understood}
      </button>
    </section>
  ));
}
