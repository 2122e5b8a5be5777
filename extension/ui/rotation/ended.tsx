import { useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Place, Rotating } from '../../rotation/record.ts';
import { dayText, t } from '../language.ts';
import { UndoQuestion } from '../question.tsx';
import { Problem, useTask } from '../task.tsx';
import { StepHeading } from '../window.tsx';
import { r } from './stage.tsx';

interface Props {
  readonly place: Place;
  readonly rotating: Rotating;
  /** The end of the old key; `null` if it stays in use. */
  readonly ends: string | null;
}

/** The outcome of a rotation. The installation can be undone until the old key ends. */
export function RotationEnded({ place, rotating, ends }: Props) {
  const [isUndone, setBack] = useState(false);
  const isReplaced = ends !== null && !isUndone;
  return (
    <>
      <section class={isReplaced ? 'notice safe' : 'notice'}>
        <StepHeading>{isReplaced ? r.finished(rotating.old.masked, dayText(ends)) : r.givenUp}</StepHeading>
        {isReplaced && <p>{r.finishedMore}</p>}
        {isUndone && <p>{t.undoneMore}</p>}
        <button type="button" class="primary" onClick={() => window.close()}>
          {t.close}
        </button>
      </section>
      {isReplaced && <UndoRotation place={place} rotating={rotating} done={() => setBack(true)} />}
    </>
  );
}

interface TakeBackProps {
  readonly place: Place;
  readonly rotating: Rotating;
  readonly done: () => void;
}

/** Undoes the installation: the old key is back, and the new one waits again. */
export function UndoRotation({
  place: { project },
  rotating: { captureId, isExternal },
  done,
}: TakeBackProps) {
  const [undoing, run] = useTask<void>();
  if (captureId === null) return null;
  const undo = () =>
    void run(async () => {
      await send('undo', { captureId, project });
      done();
    });
  return (
    <>
      <p role="status">{undoing.state === 'busy' && t.undoing}</p>
      <UndoQuestion isExternal={isExternal} isBusy={undoing.state === 'busy'} undo={undo} />
      {undoing.state === 'failed' && <Problem error={undoing.error} retry={undo} />}
    </>
  );
}
