import { Question } from '../destination/question.tsx';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { r } from './language.ts';

/** Leaves the old key in its place, as long as no other has taken it. */
export function GiveUp({ giveUp }: { giveUp: () => Promise<void> }) {
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
