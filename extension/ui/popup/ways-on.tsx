import { useEffect } from 'preact/hooks';
import type { Environment } from '../../../shared/environment.ts';
import type { Holding } from '../../../shared/wire.ts';
import type { InventoryKey } from '../../inventory/record.ts';
import { type KnownPlace, placesOf } from '../../inventory/whereabouts.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { Place } from '../../rotation/record.ts';
import { language } from '../language.ts';
import { useTask } from '../task.tsx';
import { type PopupWords, popupWords } from './words.ts';

export const p: PopupWords = popupWords[language];

/** Closes the popup once another window is open. Most browsers do so themselves. */
export async function closeAfter(opening: Promise<unknown>): Promise<void> {
  await opening;
  window.close();
}

/** Opens the window that replaces a key. */
export function openRotationWindow({ project, environment }: Place): void {
  void closeAfter(send('open-rotation', { place: { project, environment } }));
}

/** Where keys are. */
export interface Places {
  readonly waiting: readonly KnownPlace[];
  /** `undefined` until the configurator has answered, or without one. */
  readonly projects: readonly KnownPlace[] | undefined;
}

/** Where each key is: waiting here, or in a project's files as the configurator reads them now. */
export function usePlaces(waiting: readonly Waiting[]): Places {
  const [held, ask] = useTask<readonly Holding[]>();
  useEffect(() => void ask(async () => (await send('holdings', {})).holdings), []);
  return {
    waiting: waiting.map(({ key }) => ({ ...key, name: '' })),
    projects: held.state === 'done' ? held.value.flatMap(placesIn) : undefined,
  };
}

function placesIn({ project, environment, name, keys }: Holding): KnownPlace[] {
  return keys.map((key) => ({ ...key, environment, name, project }));
}

interface Props {
  readonly listed: InventoryKey;
  readonly environment: Environment;
  /** All keys of the list. */
  readonly keys: readonly InventoryKey[];
  readonly places: Places;
}

/** For each project that has a key of the list: a button to replace it there. */
export function ReplaceButtons({ listed, environment, keys, places: { projects = [] } }: Props) {
  return placesOf(listed, environment, keys, projects).map(
    ({ project, masked, name }) =>
      project && (
        <button
          type="button"
          key={project}
          class="quiet"
          aria-label={p.replaceIn(masked, name)}
          onClick={() => openRotationWindow({ project, environment })}
        >
          {p.replace}
        </button>
      ),
  );
}
