import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Sealing } from '../../sending/record.ts';
import { dateText, dayText } from '../language.ts';
import { w, whoOpens } from './language.ts';

interface Props {
  readonly captureId: string;
  readonly isBusy: boolean;
  /** Shows the file of the sealing that was made then. */
  readonly show: (created: string) => void;
}

/** For whom a key was sealed already, and when. */
export function SealedBefore({ captureId, isBusy, show }: Props) {
  const [sealings, setSealings] = useState<readonly Sealing[]>([]);
  useEffect(() => void send('sealings', { captureId }).then((known) => setSealings(known.sealings)), []);
  if (sealings.length === 0) return null;
  return (
    <ul class="plain">
      {sealings.map((sealing) => (
        <Row key={sealing.created} sealing={sealing} isBusy={isBusy} show={show} />
      ))}
    </ul>
  );
}

function Row({ sealing, isBusy, show }: Omit<Props, 'captureId'> & { readonly sealing: Sealing }) {
  const { created, expires, recipients } = sealing;
  const [who, date] = [whoOpens(sealing), dateText(created)];
  const isOpen = Date.parse(expires) > Date.now();
  return (
    <li>
      <strong>{w.before(who, date)}</strong>
      <p class="hint">{isOpen ? w.opensUntil(dayText(expires)) : w.ended}</p>
      {isOpen && recipients.length > 0 && (
        <button
          type="button"
          class="quiet"
          disabled={isBusy}
          aria-label={w.againOf(who, date)}
          onClick={() => show(created)}
        >
          {w.again}
        </button>
      )}
    </li>
  );
}
