import type { Environment } from '../../../shared/environment.ts';
import type { InventoryKey } from '../../inventory/record.ts';
import { placesOf } from '../../inventory/whereabouts.ts';
import { p } from './language.ts';
import { openRotation } from './open-rotation.ts';
import type { Places } from './use-places.ts';

interface Props {
  readonly listed: InventoryKey;
  readonly environment: Environment;
  /** All keys of the list. */
  readonly keys: readonly InventoryKey[];
  readonly places: Places;
}

/** For each project that holds a key of the list: the way to follow it by another there. */
export function ReplaceButtons({ listed, environment, keys, places: { projects = [] } }: Props) {
  return placesOf(listed, environment, keys, projects).map(
    ({ project, masked, name }) =>
      project && (
        <button
          type="button"
          key={project}
          class="quiet"
          aria-label={p.replaceIn(masked, name)}
          onClick={() => openRotation({ project, environment })}
        >
          {p.replace}
        </button>
      ),
  );
}
