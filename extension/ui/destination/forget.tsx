import { t } from '../language.ts';
import { Question } from './question.tsx';

interface Props {
  readonly masked: string;
  readonly isBusy: boolean;
  readonly forget: () => void;
}

/** Forgets a key, after a question: nobody can bring it back. */
export function Forget({ masked, isBusy, forget }: Props) {
  return (
    <Question
      open={t.forget}
      question={t.forgetQuestion}
      more={t.forgetMore(masked)}
      no={t.keepIt}
      yes={t.forgetConfirm}
      isBusy={isBusy}
      isDangerous
      act={forget}
    />
  );
}
