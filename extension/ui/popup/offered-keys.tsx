import { useEffect } from 'preact/hooks';
import { type Offer, offers, takeOffer } from '../../offer/offers.ts';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { p } from './language.ts';
import { leaveFor } from './leave.ts';

/** The keys that the console shows in open tabs: one is kept, and installed, when the person asks for it. */
export function OfferedKeys() {
  const [found, find] = useTask<readonly Offer[]>();
  const [taking, take] = useTask<void>();
  const look = () => void find(offers);
  useEffect(look, []);
  if (taking.state === 'failed') return <Problem error={taking.error} retry={look} />;
  if (found.state !== 'done' || found.value.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="offered">
      <h2 id="offered">{p.offered(found.value.length)}</h2>
      <p class="hint">{p.offeredMore}</p>
      <ul class="plain">
        {found.value.map((offer) => (
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
