import { t } from '../language.ts';
import { Question } from './question.tsx';

interface Props {
  /** Whether something beside files took the key. */
  readonly isExternal: boolean;
  readonly isBusy: boolean;
  readonly undo: () => void;
}

/** Asks before an installation is undone. */
export function UndoQuestion({ isExternal, isBusy, undo }: Props) {
  return (
    <Question
      open={t.undo}
      question={t.undoQuestion}
      more={[t.undoMore, isExternal && t.undoNotExternal].filter(Boolean).join(' ')}
      no={t.leaveInPlace}
      yes={t.undoConfirm}
      isBusy={isBusy}
      act={undo}
    />
  );
}
