import { environments } from '../../../shared/environment.ts';
import { daysUntil, pendingWarningOf } from '../../inventory/days.ts';
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

/**
 * The keys that end soon, 30, 7 and 1 days before, until the person dismisses the warning. All keys share one notice.
 */
export function EndingKeys({ inventories, places }: Props) {
  const now = new Date();
  const ending = environments.flatMap((environment) =>
    inventories[environment].keys
      .filter((key) => pendingWarningOf(key, now) !== undefined)
      .map((listed) => ({ listed, environment, name: identityOf(listed) })),
  );
  if (ending.length === 0) return null;
  const dismiss = async () => {
    for (const { environment, name } of ending) await send('dismiss-ending', { environment, name });
  };
  return (
    <section class="notice warning" aria-label={p.ending(ending.length)}>
      {ending.length > 1 && <strong>{p.ending(ending.length)}</strong>}
      <ul class="plain">
        {ending.map(({ listed, environment, name }) => (
          <li key={`${environment} ${name}`}>
            <p class="row">
              <strong>{p.ends(`*****${listed.lastThree}`, daysUntil(listed.end ?? '', now))}</strong>{' '}
              <Badge environment={environment} />
            </p>
            <p>
              {listed.reference && `${listed.reference} · `}
              {p.endsMore(dayText(listed.end ?? ''))}
            </p>
            <ReplaceButtons
              listed={listed}
              environment={environment}
              keys={inventories[environment].keys}
              places={places}
            />
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void dismiss()}>
        {p.understood}
      </button>
    </section>
  );
}
