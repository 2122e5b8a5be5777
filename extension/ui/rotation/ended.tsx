import { useState } from 'preact/hooks';
import type { Place, Rotating } from '../../rotation/record.ts';
import { StepHeading } from '../heading.tsx';
import { dayText, t } from '../language.ts';
import { r } from './language.ts';
import { TakeBack } from './take-back.tsx';

interface Props {
  readonly place: Place;
  readonly rotating: Rotating;
  /** The end of the old key; `null` where it goes on serving. */
  readonly ends: string | null;
}

/** How it came out. The installation can be undone until the old key ends. */
export function Ended({ place, rotating, ends }: Props) {
  const [isBack, setBack] = useState(false);
  const isReplaced = ends !== null && !isBack;
  return (
    <>
      <section class={isReplaced ? 'notice safe' : 'notice'}>
        <StepHeading>{isReplaced ? r.finished(rotating.old.masked, dayText(ends)) : r.givenUp}</StepHeading>
        {isReplaced && <p>{r.finishedMore}</p>}
        {isBack && <p>{t.undoneMore}</p>}
        <button type="button" class="primary" onClick={() => window.close()}>
          {t.close}
        </button>
      </section>
      {isReplaced && <TakeBack place={place} rotating={rotating} done={() => setBack(true)} />}
    </>
  );
}
