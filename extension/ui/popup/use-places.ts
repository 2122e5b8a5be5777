import { useEffect } from 'preact/hooks';
import type { Holding } from '../../../shared/wire.ts';
import type { Place } from '../../inventory/whereabouts.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import { useTask } from '../task.ts';

/** Where keys are. */
export interface Places {
  readonly waiting: readonly Place[];
  /** `undefined` while the configurator has not said, or where there is none. */
  readonly projects: readonly Place[] | undefined;
}

/** Which key waits here and which is in which project's files, as the configurator reads them now. */
export function usePlaces(waiting: readonly Waiting[]): Places {
  const [held, ask] = useTask<readonly Holding[]>();
  useEffect(() => void ask(async () => (await send('holdings', {})).holdings), []);
  return {
    waiting: waiting.map(({ key }) => ({ ...key, name: '' })),
    projects: held.state === 'done' ? held.value.flatMap(placesIn) : undefined,
  };
}

function placesIn({ project, environment, name, keys }: Holding): Place[] {
  return keys.map((key) => ({ ...key, environment, name, project }));
}
