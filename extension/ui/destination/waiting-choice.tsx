import type { Waiting } from '../../outbox/record.ts';
import { Badge } from '../key-card.tsx';
import { t } from '../language.ts';

interface Props {
  readonly waiting: readonly Waiting[];
  readonly chosen: string;
  readonly choose: (captureId: string) => void;
}

/** Which of several keys this is about. */
export function WaitingChoice({ waiting, chosen, choose }: Props) {
  return (
    <fieldset>
      <legend>{t.waitingKeys}</legend>
      {waiting.map(({ captureId, key }) => (
        <label class="choice" key={captureId}>
          <input
            type="radio"
            name="capture"
            checked={captureId === chosen}
            onChange={() => choose(captureId)}
          />
          <span>
            <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
            <small>
              {t.merchant} {key.merchantId}
              {key.reference && ` · ${key.reference}`}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
