import { useEffect, useState } from 'preact/hooks';
import { type Offer, offers, takeOffer } from '../../inventory/offers.ts';
import { rowOf } from '../../inventory/whereabouts.ts';
import { hasEnded } from '../../outbox/record.ts';
import { dayText, t } from '../language.ts';
import type { Inventories } from '../stored.ts';
import { Problem, useTask } from '../task.tsx';
import { leaveFor, p } from './ways-on.tsx';

/** In milliseconds. */
const interval = 1500;

/** The keys that the console shows in open tabs: one is kept, and installed, when the person asks for it. */
export function OfferedKeys({ inventories }: { inventories: Inventories }) {
  const found = useOffers();
  const [taking, take, again] = useTask<void>();
  if (taking.state === 'failed') return <Problem error={taking.error} retry={again} />;
  if (found.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="offered">
      <h2 id="offered">{p.offered(found.length)}</h2>
      <p class="hint">{p.offeredMore}</p>
      <ul class="plain">
        {found.map((offer) => (
          <li key={offer.tab} class="row">
            <span>
              <span class="mono">{offer.masked}</span>
              {offer.reference && <small> {offer.reference}</small>}
              <Ended ends={endOfOffer(offer, inventories)} />
            </span>
            <button
              type="button"
              disabled={taking.state === 'busy'}
              aria-label={p.installKey(offer.masked)}
              onClick={() => void take(() => leaveFor(takeOffer(offer)))}
            >
              {p.installThis}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That Payline refuses the key already is said before anybody takes it to its files. */
function Ended({ ends }: { ends: string | undefined }) {
  const isOver = ends !== undefined && hasEnded({ ends }, new Date());
  return isOver ? <strong class="problem">{t.hasEnded(dayText(ends))}</strong> : null;
}

/** The end of an offered key, by the form that shows it or by the console's list. */
function endOfOffer({ ends, environment, masked, reference }: Offer, inventories: Inventories) {
  if (ends !== undefined) return ends;
  const key = { environment, masked, reference, fingerprint: '' };
  return rowOf(key, inventories[environment].keys)?.end;
}

/** A page may have been opened a moment ago, and not have been looked through yet: it is asked again and again. */
function useOffers(): readonly Offer[] {
  const [found, setFound] = useState<readonly Offer[]>([]);
  useEffect(() => {
    const look = async () => setFound(await offers());
    void look();
    const timer = setInterval(look, interval);
    return () => clearInterval(timer);
  }, []);
  return found;
}
