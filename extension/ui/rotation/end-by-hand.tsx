import { useId, useState } from 'preact/hooks';
import { r } from './language.ts';

interface Props {
  readonly isBusy: boolean;
  readonly finish: (day: string) => void;
}

/** Where the list of keys cannot be read: the person says which end they gave the old key. */
export function EndByHand({ isBusy, finish }: Props) {
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
