import { useState } from 'preact/hooks';

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
