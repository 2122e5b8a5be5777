import { useEffect, useState } from 'preact/hooks';
import { type Offer, offers, takeOffer } from '../../inventory/offers.ts';
import { rowOf } from '../../inventory/whereabouts.ts';
import { hasEnded } from '../../outbox/record.ts';
import { dayText, t } from '../language.ts';
import type { Inventories } from '../stored.ts';
import { Problem, useTask } from '../task.tsx';
import { closeAfter, p } from './ways-on.tsx';

/** In milliseconds. */
const pollInterval = 1500;

/** The keys that consoles show in open tabs. A key is kept only when the person asks to install it. */
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
              <EndedWarning ends={endOfOffer(offer, inventories)} />
            </span>
            <button
              type="button"
              disabled={taking.state === 'busy'}
              aria-label={p.installKey(offer.masked)}
              onClick={() => void take(() => closeAfter(takeOffer(offer)))}
            >
              {p.installThis}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Warns before the installation that Payline already refuses this key. */
function EndedWarning({ ends }: { ends: string | undefined }) {
  const isOver = ends !== undefined && hasEnded({ ends }, new Date());
  return isOver ? <strong class="problem">{t.hasEnded(dayText(ends))}</strong> : null;
}

/** The end of an offered key, from the form that shows it or from the console's list. */
function endOfOffer({ ends, environment, masked, reference }: Offer, inventories: Inventories) {
  if (ends !== undefined) return ends;
  const key = { environment, masked, reference, fingerprint: '' };
  return rowOf(key, inventories[environment].keys)?.end;
}

/** Polls the tabs, because a page that was just opened may not have been surveyed yet. */
function useOffers(): readonly Offer[] {
  const [found, setFound] = useState<readonly Offer[]>([]);
  useEffect(() => {
    const look = async () => setFound(await offers());
    void look();
    const timer = setInterval(look, pollInterval);
    return () => clearInterval(timer);
  }, []);
  return found;
}
