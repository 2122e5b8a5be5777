import { useRef } from 'preact/hooks';
import { t } from '../language.ts';

interface Props {
  readonly masked: string;
  readonly isBusy: boolean;
  readonly forget: () => void;
}

/** Forgets a key, after a question: nobody can bring it back. */
export function Forget({ masked, isBusy, forget }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="quiet danger"
        disabled={isBusy}
        onClick={() => dialog.current?.showModal()}
      >
        {t.forget}
      </button>
      <dialog ref={dialog} aria-labelledby="forget-question">
        <h2 id="forget-question">{t.forgetQuestion}</h2>
        <p>{t.forgetMore(masked)}</p>
        <div class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t.keepIt}
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              dialog.current?.close();
              forget();
            }}
          >
            {t.forgetConfirm}
          </button>
        </div>
      </dialog>
    </>
  );
}
