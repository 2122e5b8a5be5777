import { environments } from '../../../shared/environment.ts';
import { nameOf } from '../../inventory/merge.ts';
import type { Inventory, InventoryKey } from '../../inventory/record.ts';
import { send } from '../../messages/send.ts';
import { dayText, t } from '../language.ts';
import type { Inventories } from './use-inventories.ts';
import { p } from './words.ts';

/** The keys of the consoles, by environment, as far as their lists were looked at. */
export function InventoryList({ inventories }: { inventories: Inventories }) {
  return environments
    .filter((environment) => inventories[environment].keys.length > 0)
    .map((environment) => {
      const { keys, skipped }: Inventory = inventories[environment];
      return (
        <details key={environment} class="card">
          <summary>{p.keysOf(t.environments[environment], keys.length)}</summary>
          <p class="hint">{p.listMore}</p>
          {skipped > 0 && <p class="problem">{p.skipped(skipped)}</p>}
          <ul class="plain inventory">
            {keys.map((key) => (
              <li key={nameOf(key)}>
                <Row listed={key} />
              </li>
            ))}
          </ul>
          <button type="button" class="quiet" onClick={() => void send('forget-inventory', { environment })}>
            {p.forgetList}
          </button>
        </details>
      );
    });
}

function Row({ listed: { id, reference, lastThree, start, end, state } }: { listed: InventoryKey }) {
  return (
    <>
      <span class="row">
        <span class="mono">{`*****${lastThree}`}</span>
        <small>{p.states[state]}</small>
      </span>
      <small class="mono">
        {t.reference} {reference || t.noReference} · ID {id}
      </small>
      <small>{end ? p.fromTo(dayText(start), dayText(end)) : p.from(dayText(start))}</small>
    </>
  );
}
