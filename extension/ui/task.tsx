import { useState } from 'preact/hooks';
import { sentencesOf, t } from './language.ts';

/** Something that is asked of the background. */
export type Task<T> =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** Runs one request at a time and keeps how it stands; a later run takes the place of an earlier one. */
export function useTask<T>(): [Task<T>, (request: () => Promise<T>) => Promise<void>, () => void] {
  const [task, setTask] = useState<Task<T>>({ state: 'idle' });
  const run = async (request: () => Promise<T>) => {
    setTask({ state: 'busy' });
    try {
      setTask({ state: 'done', value: await request() });
    } catch (error) {
      setTask({ state: 'failed', error });
    }
  };
  return [task, run, () => setTask({ state: 'idle' })];
}

/** Says what went wrong and what to do next, at once also to a screen reader. */
export function Problem({ error, retry }: { error: unknown; retry: () => void }) {
  const { what, next } = sentencesOf(error);
  return (
    <div class="notice alert" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{next}</p>
      <button type="button" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}
