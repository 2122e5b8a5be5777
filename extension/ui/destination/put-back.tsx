import type { Undone } from '../../../shared/wire.ts';
import { WindowHeading } from '../heading.tsx';
import { t } from '../language.ts';

/** Shown once the files are as they were; the key waits again. */
export function PutBack({ undone, installAgain }: { undone: Undone; installAgain: () => void }) {
  return (
    <section class="notice">
      <WindowHeading>{t.undone}</WindowHeading>
      <ul>
        {undone.files.map((file) => (
          <li key={file} class="mono">
            {file}
          </li>
        ))}
      </ul>
      <p>{t.undoneMore}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={installAgain}>
          {t.installElsewhere}
        </button>
        <button type="button" onClick={() => window.close()}>
          {t.later}
        </button>
      </div>
    </section>
  );
}
