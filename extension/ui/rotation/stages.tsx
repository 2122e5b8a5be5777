import { useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Place, Rotating } from '../../rotation/record.ts';
import { HostProblem } from '../host-problem.tsx';
import { Badge } from '../key-card.tsx';
import { t } from '../language.ts';
import { Question } from '../question.tsx';
import { Problem, useTask } from '../task.tsx';
import { ProveStage, RemainingStage } from './checking-stages.tsx';
import { CreateStage, EndStage } from './console-stages.tsx';
import { RotationEnded, UndoRotation } from './ended.tsx';
import { InstallStage } from './install-stage.tsx';
import { r, Stage } from './stage.tsx';
import { type RotationState, useRotation } from './use-rotation.ts';

/** A rotation, stage by stage. */
export function Stages({ place }: { place: Place }) {
  const state = useRotation(place);
  const [ended, setEnded] = useState<string | null>();
  const { rotating, looking, look } = state;
  const finish = async (ends: string | null) => {
    await send('finish-rotation', { ...place, ends });
    setEnded(ends);
  };
  if (ended !== undefined && rotating)
    return <RotationEnded place={place} rotating={rotating} ends={ended} />;
  return (
    <>
      <p role="status">{looking.state === 'busy' && r.beginning}</p>
      {looking.state === 'failed' && <HostProblem error={looking.error} retry={look} />}
      {looking.state !== 'failed' && rotating && (
        <RotationStages place={place} state={state} rotating={rotating} finish={finish} />
      )}
    </>
  );
}

interface WayProps {
  readonly place: Place;
  readonly state: RotationState;
  readonly rotating: Rotating;
  readonly finish: (ends: string | null) => Promise<void>;
}

function RotationStages({ place, state, rotating, finish }: WayProps) {
  const { candidates, proof, remaining, stage, look } = state;
  const isInstalled = rotating.old.fingerprint !== rotating.current.fingerprint;
  return (
    <>
      <TwoKeys rotating={rotating} />
      <ol class="stages">
        <Stage name="create" current={stage}>
          {stage === 'create' && <CreateStage environment={place.environment} />}
        </Stage>
        <Stage name="install" current={stage}>
          {stage === 'install' && <InstallStage place={place} candidates={candidates} done={look} />}
        </Stage>
        <Stage name="prove" current={stage}>
          <ProveStage proof={proof} retry={state.prove} />
        </Stage>
        <Stage name="remaining" current={stage}>
          <RemainingStage remaining={remaining} retry={state.search} />
        </Stage>
        <Stage name="end" current={stage}>
          <EndStage old={rotating.old} finish={finish} />
        </Stage>
      </ol>
      <footer class="actions">
        <button type="button" class="quiet" onClick={() => window.close()}>
          {t.later}
        </button>
        {isInstalled ? (
          <UndoRotation place={place} rotating={rotating} done={look} />
        ) : (
          <GiveUp giveUp={() => finish(null)} />
        )}
      </footer>
    </>
  );
}

/** Describes the old and the new key without showing them. */
function TwoKeys({ rotating: { name, old, current } }: { rotating: Rotating }) {
  return (
    <section class="card" aria-label={r.title}>
      <dl>
        <dt>{r.project}</dt>
        <dd>
          {name} <Badge environment={old.environment} />
        </dd>
        <dt>{r.old}</dt>
        <dd>
          <span class="mono">{old.masked}</span> <small class="mono">{old.reference}</small>
        </dd>
        {old.fingerprint !== current.fingerprint && (
          <>
            <dt>{r.new}</dt>
            <dd>
              <span class="mono">{current.masked}</span> <small class="mono">{current.reference}</small>
            </dd>
          </>
        )}
        <dt>{t.merchant}</dt>
        <dd class="mono">{old.merchantId}</dd>
      </dl>
    </section>
  );
}

/** Gives the rotation up while the old key is still in place. */
function GiveUp({ giveUp }: { giveUp: () => Promise<void> }) {
  const [ending, run] = useTask<void>();
  const act = () => void run(giveUp);
  return (
    <>
      <Question
        open={r.giveUp}
        question={r.giveUpQuestion}
        more={r.giveUpMore}
        no={r.giveUpNo}
        yes={r.giveUpYes}
        isBusy={ending.state === 'busy'}
        act={act}
      />
      {ending.state === 'failed' && <Problem error={ending.error} retry={act} />}
    </>
  );
}
