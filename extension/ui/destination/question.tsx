import { useId, useRef } from 'preact/hooks';

interface Props {
  /** What the button says that leads to the question. */
  readonly open: string;
  readonly question: string;
  readonly more: string;
  readonly no: string;
  readonly yes: string;
  readonly isBusy: boolean;
  /** Whether what is done cannot be taken back. */
  readonly isDangerous?: boolean;
  readonly act: () => void;
}

/** A button that asks before it acts. Escape answers with no. */
export function Question({ open, question, more, no, yes, isBusy, isDangerous = false, act }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const colour = isDangerous ? 'danger' : '';
  const confirm = () => {
    dialog.current?.close();
    act();
  };
  return (
    <>
      <button
        type="button"
        class={`quiet ${colour}`}
        disabled={isBusy}
        onClick={() => dialog.current?.showModal()}
      >
        {open}
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{question}</h2>
        <p>{more}</p>
        <div class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {no}
          </button>
          <button type="button" class={colour} onClick={confirm}>
            {yes}
          </button>
        </div>
      </dialog>
    </>
  );
}
