import { useState } from 'preact/hooks';
import type { Receipt } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import { WaitingChoice } from '../key-card.tsx';
import { t } from '../language.ts';
import { useOutbox } from '../stored.ts';
import { useEscape, WindowHeading } from '../window.tsx';
import { InPlace } from './in-place.tsx';
import { Installation } from './installation.tsx';

/** The window that asks where a key goes. */
export function Destination() {
  const waiting = useOutbox();
  const [chosen, choose] = useState<string>();
  const [receipt, setReceipt] = useState<Receipt>();
  useEscape();
  if (!waiting) return null;
  if (receipt) {
    const isLast = waiting.length === 0;
    return (
      <InPlace
        receipt={receipt}
        leaveText={isLast ? t.close : t.next}
        leave={() => (isLast ? window.close() : setReceipt(undefined))}
        installAgain={() => {
          choose(receipt.captureId);
          setReceipt(undefined);
        }}
      />
    );
  }
  const capture = waiting.find(({ captureId }) => captureId === chosen) ?? waiting[0];
  if (!capture) return <NothingWaits />;
  return (
    <>
      <WindowHeading>{t.where}</WindowHeading>
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
      <WindowHeading>{t.nothingWaits}</WindowHeading>
      <p>{t.nothingWaitsMore}</p>
      <button type="button" onClick={() => window.close()}>
        {t.close}
      </button>
    </>
  );
}
