import { useEffect, useState } from 'preact/hooks';
import { type Offer, offers, takeOffer } from '../../inventory/offers.ts';
import { Problem, useTask } from '../task.tsx';
import { leaveFor, p } from './ways-on.tsx';

/** In milliseconds. */
const interval = 1500;

/** The keys that the console shows in open tabs: one is kept, and installed, when the person asks for it. */
export function OfferedKeys() {
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
