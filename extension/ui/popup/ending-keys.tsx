import { environments } from '../../../shared/environment.ts';
import { daysUntil } from '../../inventory/day.ts';
import { openStageOf } from '../../inventory/ending.ts';
import { nameOf } from '../../inventory/merge.ts';
import { send } from '../../messages/send.ts';
import { Badge } from '../key-card.tsx';
import { dayText } from '../language.ts';
import { p } from './language.ts';
import type { Inventories } from './use-inventories.ts';

/** The keys whose end is near: 30, 7 and 1 days ahead, until the person says that they know. */
export function EndingKeys({ inventories }: { inventories: Inventories }) {
  const now = new Date();
  return environments.flatMap((environment) =>
    inventories[environment].keys
      .filter((key) => openStageOf(key, now) !== undefined)
      .map(({ end = '', ...key }) => {
        const name = nameOf(key);
        const title = p.ends(`*****${key.lastThree}`, daysUntil(end, now));
        return (
          <section key={`${environment} ${name}`} class="notice warning" aria-label={title}>
            <p class="row">
              <strong>{title}</strong> <Badge environment={environment} />
            </p>
            <p>
              {key.reference && `${key.reference} · `}
              {p.endsMore(dayText(end))}
            </p>
            <button type="button" onClick={() => void send('dismiss-ending', { environment, name })}>
              {p.understood}
            </button>
          </section>
        );
      }),
  );
}
