import { useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { SealedFile } from '../../sending/sending.ts';
import { StepHeading } from '../heading.tsx';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { AddresseeChoice } from './addressee-choice.tsx';
import { HandOver } from './hand-over.tsx';
import { w } from './language.ts';
import { SealedBefore } from './sealed-before.tsx';

/** The way beside installing: the key leaves in a file for a colleague, who installs it elsewhere. */
export function Sending({ capture: { captureId } }: { capture: Waiting }) {
  const [sealing, run, drop] = useTask<SealedFile>();
  const [isChoosing, setChoosing] = useState(false);
  const [isBack, setBack] = useState(false);
  const seal = (request: () => Promise<{ file: SealedFile }>) => {
    setChoosing(false);
    void run(async () => (await request()).file);
  };
  const choose = () => {
    drop();
    setChoosing(true);
  };
  const goBack = () => {
    drop();
    setChoosing(false);
    setBack(true);
  };
  if (sealing.state === 'done') return <HandOver file={sealing.value} done={goBack} />;
  return (
    <section class="card" aria-label={w.title}>
      {isChoosing ? (
        <AddresseeChoice
          sealFor={(recipients) => seal(() => send('seal-for-colleagues', { captureId, recipients }))}
          sealWithPassphrase={() => seal(() => send('seal-for-passphrase', { captureId }))}
          cancel={goBack}
        />
      ) : (
        <>
          {isBack ? <StepHeading>{w.title}</StepHeading> : <h2>{w.title}</h2>}
          <p class="hint">{w.more}</p>
          <SealedBefore
            captureId={captureId}
            isBusy={sealing.state === 'busy'}
            show={(created) => seal(() => send('seal-again', { captureId, created }))}
          />
          <button type="button" disabled={sealing.state === 'busy'} onClick={choose}>
            {w.begin}
          </button>
        </>
      )}
      <p role="status">{sealing.state === 'busy' && w.sealing}</p>
      {sealing.state === 'failed' && <Problem error={sealing.error} retry={choose} />}
    </section>
  );
}
