import { useState } from 'preact/hooks';
import { doubtsOf } from '../../../shared/doubts.ts';
import type { Plan } from '../../../shared/wire.ts';
import { targetNames } from '../../host/proof.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { Place } from '../../rotation/record.ts';
import { Changes } from '../destination/changes.tsx';
import { Confirmation, confirmedMerchant } from '../destination/confirmation.tsx';
import { KeyCard, WaitingChoice } from '../key-card.tsx';
import { t } from '../language.ts';
import { Problem, useTask } from '../task.tsx';
import { r } from './stage.tsx';

interface Props {
  readonly place: Place;
  readonly candidates: readonly Waiting[];
  readonly done: () => void;
}

/**
 * The choice of the new key, if several wait, and its installation. A key that arrives later joins the list and changes
 * nothing else.
 */
export function InstallStage({ place, candidates, done }: Props) {
  const [chosen, choose] = useState(candidates[0]?.captureId);
  const capture = candidates.find(({ captureId }) => captureId === chosen);
  return (
    <>
      {(candidates.length > 1 || !capture) && (
        <WaitingChoice waiting={candidates} chosen={chosen} choose={choose} />
      )}
      {capture && <Successor key={chosen} place={place} capture={capture} done={done} />}
    </>
  );
}

interface SuccessorProps {
  readonly place: Place;
  readonly capture: Waiting;
  readonly done: () => void;
}

/** The new key: the person reviews the changes, then Payline is asked, and the key is installed if it works. */
function Successor({ place, capture, done }: SuccessorProps) {
  const { plan, installation, isProved, showChanges, install } = useInstallation(place, capture, done);
  const isBusy = plan.state === 'busy' || installation.state === 'busy';
  return (
    <>
      <KeyCard waiting={capture} />
      {plan.state === 'failed' && <Problem error={plan.error} retry={showChanges} />}
      {plan.state === 'done' && <Changes plan={plan.value} />}
      {installation.state === 'failed' && (
        <>
          <Problem error={installation.error} retry={showChanges} />
          {!isProved && <p>{r.nothingChanged}</p>}
        </>
      )}
      <p class="hint">{r.installMore}</p>
      {plan.state === 'done' ? (
        installation.state !== 'failed' && (
          <Confirmation
            capture={capture}
            plan={plan.value}
            text={r.install}
            isBusy={isBusy}
            install={install}
          />
        )
      ) : (
        <button type="button" class="primary" disabled={isBusy} onClick={showChanges}>
          {t.showChanges}
        </button>
      )}
      <p role="status">
        {plan.state === 'busy' && t.preparing}
        {installation.state === 'busy' && (isProved ? t.installing : r.proveFirst)}
      </p>
      <button type="button" class="quiet" disabled={isBusy} onClick={() => void send('open', {})}>
        {r.elsewhere}
      </button>
    </>
  );
}

function useInstallation(place: Place, { captureId }: Waiting, done: () => void) {
  const [plan, makePlan] = useTask<Plan>();
  const [installation, runInstallation, dropInstallation] = useTask<void>();
  const [isProved, setProved] = useState(false);
  const { project } = place;
  const showChanges = () => {
    dropInstallation();
    setProved(false);
    void makePlan(async () => (await send('plan', { captureId, project })).plan);
  };
  const install = () => {
    if (plan.state !== 'done') return;
    const { digest } = plan.value;
    const order = {
      captureId,
      project,
      digest,
      files: targetNames(plan.value),
      ...confirmedMerchant(plan.value),
    };
    void runInstallation(async () => {
      await send('prove', { ...place, captureId });
      setProved(true);
      const { receipt } = await send('install', order);
      const [doubt] = doubtsOf(receipt);
      // The doubtful target may still use the old key, so the rotation stops here.
      if (doubt) throw doubt;
      done();
    });
  };
  return { plan, installation, isProved, showChanges, install };
}
