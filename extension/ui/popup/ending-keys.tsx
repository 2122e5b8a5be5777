import { environments } from '../../../shared/environment.ts';
import { daysUntil, openWarningOf } from '../../inventory/days.ts';
import { identityOf } from '../../inventory/record.ts';
import { send } from '../../messages/send.ts';
import { Badge } from '../key-card.tsx';
import { dayText } from '../language.ts';
import type { Inventories } from '../stored.ts';
import { type Places, p, ReplaceButtons } from './ways-on.tsx';

interface Props {
  readonly inventories: Inventories;
  readonly places: Places;
}

/** The keys whose end is near: 30, 7 and 1 days ahead, until the person says that they know. */
export function EndingKeys({ inventories, places }: Props) {
  const now = new Date();
  return environments.flatMap((environment) =>
    inventories[environment].keys
      .filter((key) => openWarningOf(key, now) !== undefined)
      .map((listed) => {
        const { end = '', ...key } = listed;
        const name = identityOf(key);
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
            <div class="buttons">
              <button type="button" onClick={() => void send('dismiss-ending', { environment, name })}>
                {p.understood}
              </button>
              <ReplaceButtons
                listed={listed}
                environment={environment}
                keys={inventories[environment].keys}
                places={places}
              />
            </div>
          </section>
        );
      }),
  );
}
