import type { PointOfSale } from '../../shared/wire.ts';
import { send } from '../messages/send.ts';
import type { Place } from '../rotation/record.ts';
import { language } from './language.ts';
import { Problem, useTask } from './task.tsx';
import { type PaylineWords, paylineWords } from './words.ts';

const y: PaylineWords = paylineWords[language];

/** Offers to ask Payline whether the installed key works. */
export function AskPayline({ project, environment }: Place) {
  const [asking, run] = useTask<readonly PointOfSale[]>();
  const ask = () => void run(async () => (await send('prove', { project, environment })).pointsOfSale);
  if (asking.state === 'done') return <Accepted pointsOfSale={asking.value} />;
  if (asking.state === 'failed') return <Problem error={asking.error} retry={ask} />;
  return (
    <section class="card" aria-label={y.ask}>
      <p class="hint">{y.askMore}</p>
      <button type="button" disabled={asking.state === 'busy'} onClick={ask}>
        {y.ask}
      </button>
      <p role="status">{asking.state === 'busy' && y.asking}</p>
    </section>
  );
}

/** Payline's answer for a key that works: the merchant's points of sale, each with its contracts. */
export function Accepted({ pointsOfSale }: { pointsOfSale: readonly PointOfSale[] }) {
  return (
    <div class="notice safe">
      <p>
        <strong>{y.works}</strong>
      </p>
      {pointsOfSale.length > 0 && (
        <ul>
          {pointsOfSale.map(({ label, contracts, more }) => (
            <li key={label}>
              {label}{' '}
              <small>{[...contracts, ...(more > 0 ? [y.more(more)] : [])].join(', ') || y.noContracts}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
