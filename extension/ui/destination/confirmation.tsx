import { useState } from 'preact/hooks';
import type { Plan } from '../../../shared/wire.ts';
import { hasEnded, type Waiting } from '../../outbox/record.ts';
import { dayText, t } from '../language.ts';

/** Something unusual that the person has to confirm separately: the fact, and the text of the checkbox. */
type Caution = readonly [what: string, yes: string];

function cautionsOf({ ends }: Waiting, { merchantChange }: Plan): Caution[] {
  const doubts: Caution[] = [];
  if (ends !== undefined && hasEnded({ ends }, new Date())) {
    doubts.push([t.hasEnded(dayText(ends)), t.endedYes]);
  }
  if (merchantChange) {
    const { from, to } = merchantChange;
    doubts.push([t.merchantChanges(from.join(', '), to), t.merchantYes(to)]);
  }
  return doubts;
}

interface Props {
  readonly capture: Waiting;
  readonly plan: Plan;
  readonly text: string;
  readonly isBusy: boolean;
  readonly install: () => void;
}

/** The button that installs a plan. Anything unusual has to be confirmed first, each with its own checkbox. */
export function Confirmation({ capture, plan, text, isBusy, install }: Props) {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const doubts = cautionsOf(capture, plan);
  const answer = (what: string, isYes: boolean) => {
    const others = [...confirmed].filter((one) => one !== what);
    setConfirmed(new Set(isYes ? [...others, what] : others));
  };
  return (
    <>
      {doubts.map(([what, yes]) => (
        <div class="notice alert" role="alert" key={what}>
          <p>
            <strong>{what}</strong>
          </p>
          <label class="choice">
            <input
              type="checkbox"
              checked={confirmed.has(what)}
              onChange={({ currentTarget }) => answer(what, currentTarget.checked)}
            />
            {yes}
          </label>
        </div>
      ))}
      <button
        type="button"
        class={`primary ${capture.key.environment}`}
        disabled={isBusy || doubts.some(([what]) => !confirmed.has(what))}
        onClick={install}
      >
        {text}
      </button>
    </>
  );
}

/** The new merchant that the person confirmed, as a parameter of the `install` message. */
export function confirmedMerchant({ merchantChange }: Plan): { merchant?: string } {
  return merchantChange ? { merchant: merchantChange.to } : {};
}
