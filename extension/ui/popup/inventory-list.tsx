import { type Environment, environments } from '../../../shared/environment.ts';
import { type Inventory, type InventoryKey, identityOf } from '../../inventory/record.ts';
import { placesOf } from '../../inventory/whereabouts.ts';
import { send } from '../../messages/send.ts';
import { dayText, t } from '../language.ts';
import type { Inventories } from '../stored.ts';
import { type Places, p, ReplaceButtons } from './ways-on.tsx';

interface Props {
  readonly inventories: Inventories;
  readonly places: Places;
}

/** The keys seen in the consoles' lists, by environment, with the project that has each. */
export function InventoryList({ inventories, places }: Props) {
  return environments
    .filter((environment) => inventories[environment].keys.length > 0)
    .map((environment) => (
      <List
        key={environment}
        environment={environment}
        inventory={inventories[environment]}
        places={places}
      />
    ));
}

interface ListProps {
  readonly environment: Environment;
  readonly inventory: Inventory;
  readonly places: Places;
}

function List({ environment, inventory: { keys, skipped }, places }: ListProps) {
  return (
    <details class="card">
      <summary>{p.keysOf(t.environments[environment], keys.length)}</summary>
      <p class="hint">{p.listMore}</p>
      {skipped > 0 && <p class="problem">{p.skipped(skipped)}</p>}
      <ul class="plain inventory">
        {keys.map((key) => (
          <li key={identityOf(key)}>
            <Row listed={key} where={whereIs(key, environment, keys, places)} />
            <ReplaceButtons listed={key} environment={environment} keys={keys} places={places} />
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => void send('forget-inventory', { environment })}>
        {p.forgetList}
      </button>
    </details>
  );
}

/** Where a key is; `undefined` if that is not known. */
function whereIs(
  key: InventoryKey,
  environment: Environment,
  keys: readonly InventoryKey[],
  { waiting, projects }: Places,
): string | undefined {
  if (placesOf(key, environment, keys, waiting).length > 0) return p.waitsHere;
  if (!projects) return undefined;
  const names = placesOf(key, environment, keys, projects).map(({ name }) => name);
  return names.length > 0 ? p.inProjects(names.join(', ')) : p.inNoProject;
}

function Row({ listed, where }: { listed: InventoryKey; where: string | undefined }) {
  const { id, reference, lastThree, start, end, state } = listed;
  return (
    <>
      <span class="row">
        <span class="mono">{`*****${lastThree}`}</span>
        <small>{p.states[state]}</small>
      </span>
      {where && <span>{where}</span>}
      <small>
        ID {id} · {end ? p.fromTo(dayText(start), dayText(end)) : p.from(dayText(start))}
      </small>
      <small>
        {t.reference} <span class="mono">{reference || t.noReference}</span>
      </small>
    </>
  );
}
