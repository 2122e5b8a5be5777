import { useEffect, useId, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { consoleHosts, type Environment } from '../../../shared/environment.ts';
import type { KeySummary } from '../../../shared/wire.ts';
import type { AddedConsole } from '../../consoles/address.ts';
import { rowOf } from '../../inventory/whereabouts.ts';
import { send } from '../../messages/send.ts';
import { dayText } from '../language.ts';
import { useInventories } from '../stored.ts';
import { Problem, useTask } from '../task.tsx';
import { r } from './stage.tsx';

/** Sends the person to the console to create the new key. */
export function CreateStage({ environment }: { environment: Environment }) {
  return (
    <>
      <p>{r.createMore}</p>
      <OpenConsole environment={environment} isNext />
    </>
  );
}

interface Props {
  readonly old: KeySummary;
  readonly finish: (ends: string) => Promise<void>;
}

/** Sends the person to the console to set the old key's end date, which the list of keys then shows. */
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

/** The end of the old key according to the list of keys. */
function useEnd(old: KeySummary): End {
  const inventories = useInventories();
  const row = inventories && rowOf(old, inventories[old.environment].keys);
  if (!row) return { words: r.notListed };
  if (row.end !== undefined) return { words: r.ends(dayText(row.end)), day: row.end };
  if (row.state === 'inactive') return { words: r.inactive, day: row.seen.slice(0, 10) };
  return { words: r.noEnd };
}

interface EndByHandProps {
  readonly isBusy: boolean;
  readonly finish: (day: string) => void;
}

/** If the list of keys cannot be read, the person enters the end date that they gave the old key. */
function EndByHand({ isBusy, finish }: EndByHandProps) {
  const [day, setDay] = useState('');
  const label = useId();
  return (
    <details>
      <summary>{r.byHand}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish(day);
        }}
      >
        <label for={label}>{r.byHandDay}</label>
        <input
          id={label}
          type="date"
          required
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <button type="submit" disabled={isBusy || day === ''}>
          {r.finishBy}
        </button>
      </form>
    </details>
  );
}

/** Buttons that open the consoles of an environment: Payline's own, and those that the person added. */
function OpenConsole({ environment, isNext }: { environment: Environment; isNext: boolean }) {
  const [added, setAdded] = useState<readonly AddedConsole[]>([]);
  useEffect(() => void send('consoles', {}).then(({ consoles }) => setAdded(consoles)), []);
  const others = added.filter((one) => one.environment === environment).map(({ host }) => host);
  return (
    <div class="buttons">
      {[consoleHosts[environment], ...others].map((host, at) => (
        <button
          type="button"
          key={host}
          class={isNext && at === 0 ? 'primary' : ''}
          onClick={() => void browser.tabs.create({ url: `https://${host}/` })}
        >
          {r.openConsole(host)}
        </button>
      ))}
    </div>
  );
}
