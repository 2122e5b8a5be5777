import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Removed } from '../../outbox/record.ts';
import { Badge } from '../key-card.tsx';
import { dayText } from '../language.ts';
import { p } from './language.ts';

/** The keys that waited for too long: nothing goes without a word. */
export function RemovedKeys() {
  const [removals, setRemovals] = useState<readonly Removed[]>([]);
  const refresh = async () => setRemovals((await send('removals', {})).removals);
  useEffect(() => void refresh(), []);
  const dismiss = async (captureId: string) => {
    await send('dismiss-removal', { captureId });
    await refresh();
  };
  return removals.map(({ captureId, key, created, removed }) => (
    <section key={captureId} class="notice alert" aria-label={p.removed(key.masked)}>
      <p class="row">
        <strong>{p.removed(key.masked)}</strong> <Badge environment={key.environment} />
      </p>
      <p>{p.removedMore(dayText(created), dayText(removed))}</p>
      <button type="button" onClick={() => void dismiss(captureId)}>
        {p.understood}
      </button>
    </section>
  ));
}
