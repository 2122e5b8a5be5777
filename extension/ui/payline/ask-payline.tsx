import type { PointOfSale } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import type { Place } from '../../rotation/record.ts';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { Accepted } from './accepted.tsx';
import { y } from './language.ts';

/** Offers to ask Payline whether the key works that is installed. */
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
