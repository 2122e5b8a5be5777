import { send } from '../../messages/send.ts';
import { expiresSoon } from '../../outbox/expiry.ts';
import type { Waiting } from '../../outbox/record.ts';
import { WindowHeading } from '../heading.tsx';
import { Badge } from '../key-card.tsx';
import { dateText, dayText, t } from '../language.ts';
import { p } from './language.ts';
import { leaveFor } from './leave.ts';

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
