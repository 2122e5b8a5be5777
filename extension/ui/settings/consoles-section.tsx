import { useEffect, useState } from 'preact/hooks';
import { consoleHosts, environments } from '../../../shared/environment.ts';
import type { AddedConsole } from '../../consoles/record.ts';
import { send } from '../../messages/send.ts';
import { Badge } from '../key-card.tsx';
import { AddConsole } from './add-console.tsx';
import { s } from './words.ts';

/** The consoles that are watched: Payline's own, and those that the person adds. */
export function ConsolesSection() {
  const [added, setAdded] = useState<readonly AddedConsole[]>([]);
  const [said, say] = useState('');
  const refresh = async () => setAdded((await send('consoles', {})).consoles);
  useEffect(() => void refresh(), []);
  const remove = async (host: string) => {
    await send('remove-console', { host });
    await refresh();
    say(s.removed(host));
  };
  const hasAdded = async (host: string) => {
    await refresh();
    say(s.added(host));
  };
  return (
    <section class="card" aria-labelledby="consoles">
      <h2 id="consoles">{s.consoles}</h2>
      <p class="hint">{s.consolesMore}</p>
      <ul class="plain rows">
        {environments.map((environment) => (
          <Row key={environment} host={consoleHosts[environment]} environment={environment} />
        ))}
        {added.map((one) => (
          <Row key={one.host} {...one} remove={() => void remove(one.host)} />
        ))}
      </ul>
      <AddConsole added={(host) => void hasAdded(host)} say={say} />
      <p role="status">{said}</p>
    </section>
  );
}

function Row({ host, environment, remove }: AddedConsole & { readonly remove?: () => void }) {
  return (
    <li class="row">
      <span class="mono">{host}</span>
      <Badge environment={environment} />
      {remove ? (
        <button type="button" class="quiet" aria-label={s.removeHost(host)} onClick={remove}>
          {s.remove}
        </button>
      ) : (
        <small>{s.builtIn}</small>
      )}
    </li>
  );
}
