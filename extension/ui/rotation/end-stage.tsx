import { useState } from 'preact/hooks';
import type { KeySummary } from '../../../shared/wire.ts';
import { rowOf } from '../../inventory/whereabouts.ts';
import { dayText } from '../language.ts';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { useInventories } from '../use-inventories.ts';
import { EndByHand } from './end-by-hand.tsx';
import { r } from './language.ts';
import { OpenConsole } from './open-console.tsx';

interface Props {
  readonly old: KeySummary;
  readonly finish: (ends: string) => Promise<void>;
}

/** Leads to the console, which gives the old key its end; the list of keys shows that it did. */
export function EndStage({ old, finish }: Props) {
  const [finishing, run] = useTask<void>();
  const end = useEnd(old);
  const [wanted, want] = useState('');
  const finishWith = (day: string) => {
    want(day);
    void run(() => finish(day));
  };
  const isBusy = finishing.state === 'busy';
  return (
    <>
      <p>{r.otherMachines}</p>
      <ol class="steps">
        {r.endSteps([old.masked, old.reference].filter(Boolean).join(' · ')).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <OpenConsole environment={old.environment} isNext={end.day === undefined} />
      <p role="status">
        <strong>{end.words}</strong>
      </p>
      {end.day !== undefined && (
        <button
          type="button"
          class="primary"
          disabled={isBusy}
          onClick={() => end.day && finishWith(end.day)}
        >
          {r.finish}
        </button>
      )}
      {end.day === undefined && <EndByHand isBusy={isBusy} finish={finishWith} />}
      {finishing.state === 'failed' && <Problem error={finishing.error} retry={() => finishWith(wanted)} />}
    </>
  );
}

interface End {
  readonly words: string;
  readonly day?: string;
}

/** What the list of keys shows of a key's end. */
function useEnd(old: KeySummary): End {
  const inventories = useInventories();
  const row = inventories && rowOf(old, inventories[old.environment].keys);
  if (!row) return { words: r.notListed };
  if (row.end !== undefined) return { words: r.ends(dayText(row.end)), day: row.end };
  if (row.state === 'inactive') return { words: r.inactive, day: row.seen.slice(0, 10) };
  return { words: r.noEnd };
}
