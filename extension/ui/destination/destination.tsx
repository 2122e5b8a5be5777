import { useState } from 'preact/hooks';
import type { Receipt } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import { t } from '../language.ts';
import { useOutbox } from '../outbox.ts';
import { InPlace } from './in-place.tsx';
import { Installation } from './installation.tsx';
import { WaitingChoice } from './waiting-choice.tsx';

/** The window that asks where a key goes. */
export function Destination() {
  const waiting = useOutbox();
  const [chosen, choose] = useState<string>();
  const [receipt, setReceipt] = useState<Receipt>();
  if (!waiting) return null;
  if (receipt) {
    const isLast = waiting.length === 0;
    return (
      <InPlace
        receipt={receipt}
        leaveText={isLast ? t.close : t.next}
        leave={() => (isLast ? window.close() : setReceipt(undefined))}
      />
    );
  }
  const capture = waiting.find(({ captureId }) => captureId === chosen) ?? waiting[0];
  if (!capture) return <NothingWaits />;
  return (
    <>
      <h1>{t.where}</h1>
      {waiting.length > 1 && <WaitingChoice waiting={waiting} chosen={capture.captureId} choose={choose} />}
      <Installation
        key={capture.captureId}
        capture={capture}
        done={setReceipt}
        forget={() => void send('forget', { captureId: capture.captureId })}
      />
    </>
  );
}

function NothingWaits() {
  return (
    <>
      <h1>{t.nothingWaits}</h1>
      <p>{t.nothingWaitsMore}</p>
      <button type="button" onClick={() => window.close()}>
        {t.close}
      </button>
    </>
  );
}
