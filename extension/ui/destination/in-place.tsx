import type { Receipt } from '../../../shared/wire.ts';
import { WindowHeading } from '../heading.tsx';
import { t } from '../language.ts';
import { DoneExternals } from './external.tsx';

interface Props {
  readonly receipt: Receipt;
  readonly leave: () => void;
  readonly leaveText: string;
}

/** Shown on a receipt only, which the background has compared with what was asked. */
export function InPlace({ receipt, leave, leaveText }: Props) {
  return (
    <section class="notice safe">
      <WindowHeading>{t.inPlace}</WindowHeading>
      <ul>
        {receipt.targets.map((target) => (
          <li key={target.file}>
            <span class="mono">{target.file}</span>{' '}
            <small>{target.change === 'changed' ? t.written : t.alreadyThere}</small>
          </li>
        ))}
        <DoneExternals receipt={receipt} />
      </ul>
      <p>{t.inPlaceMore}</p>
      <button type="button" class="primary" onClick={leave}>
        {leaveText}
      </button>
    </section>
  );
}
