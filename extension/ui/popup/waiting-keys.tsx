import { isolated } from '../../../shared/outside-text.ts';
import { send } from '../../messages/send.ts';
import { isOverdue, type Waiting } from '../../outbox/record.ts';
import { Badge } from '../key-card.tsx';
import { dateText, dayText, t } from '../language.ts';
import { WindowHeading } from '../window.tsx';
import { closeAfter, p } from './ways-on.tsx';

/** The waiting keys, since when each waits, and the button to install them. */
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
      <button type="button" class="primary" onClick={() => void closeAfter(send('open', {}))}>
        {t.openDestination}
      </button>
    </>
  );
}

/** One waiting key, as a button that opens its window. */
function WaitingKey({ waiting }: { waiting: Waiting }) {
  const { captureId, key, created, origin, label } = waiting;
  const isLate = isOverdue(waiting, new Date());
  return (
    <>
      <button type="button" class="row-button" onClick={() => void closeAfter(send('open', { captureId }))}>
        {label && <strong>{isolated(label)}</strong>}
        <span class="row">
          <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
        </span>
        <small>
          {t.merchant} {key.merchantId}
          {key.reference && ` · ${key.reference}`}
        </small>
        <small>{t.createdAt(dateText(created), origin && new URL(origin).host)}</small>
        {isLate ? (
          <strong class="problem">{p.overdue(dayText(created))}</strong>
        ) : (
          <small>{t.since(dayText(created))}</small>
        )}
      </button>
      {isLate && (
        <button type="button" class="quiet" onClick={() => void send('keep-longer', { captureId })}>
          {p.keepLonger}
        </button>
      )}
    </>
  );
}
