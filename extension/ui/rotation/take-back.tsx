import { send } from '../../messages/send.ts';
import type { Place, Rotating } from '../../rotation/record.ts';
import { UndoQuestion } from '../destination/undo-question.tsx';
import { t } from '../language.ts';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';

interface Props {
  readonly place: Place;
  readonly rotating: Rotating;
  readonly done: () => void;
}

/** Puts the old key back, until it ends; the new one waits again. */
export function TakeBack({ place: { project }, rotating: { captureId, isExternal }, done }: Props) {
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
