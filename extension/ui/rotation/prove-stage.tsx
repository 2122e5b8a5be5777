import type { PointOfSale } from '../../../shared/wire.ts';
import { Accepted } from '../payline/accepted.tsx';
import { Problem } from '../problem.tsx';
import type { Task } from '../task.ts';
import { r } from './language.ts';

interface Props {
  readonly proof: Task<readonly PointOfSale[]>;
  readonly retry: () => void;
}

/** Whether Payline accepts the key that the files hold now. */
export function ProveStage({ proof, retry }: Props) {
  return (
    <>
      <p role="status">{proof.state === 'busy' && r.proving}</p>
      {proof.state === 'failed' && <Problem error={proof.error} retry={retry} />}
      {proof.state === 'done' && <Accepted pointsOfSale={proof.value} />}
    </>
  );
}
