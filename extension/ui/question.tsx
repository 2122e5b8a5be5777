import { useId, useRef } from 'preact/hooks';
import { t } from './language.ts';

interface Props {
  /** The text of the button that opens the question. */
  readonly open: string;
  readonly question: string;
  readonly more: string;
  readonly no: string;
  readonly yes: string;
  readonly isBusy: boolean;
  /** Whether the action cannot be undone. */
  readonly isDangerous?: boolean;
  /** Whether the opening button looks like an ordinary button, not a quiet one. */
  readonly isPlain?: boolean;
  readonly act: () => void;
}

/** A button that asks before it acts. Escape answers with no. */
export function Question(props: Props) {
  const { open, question, more, no, yes, isBusy, isDangerous = false, isPlain = false, act } = props;
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
        class={isPlain ? '' : `quiet ${colour}`}
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

interface UndoProps {
  /** Whether an external target got the key. */
  readonly isExternal: boolean;
  readonly isBusy: boolean;
  readonly undo: () => void;
}

/** Asks before an installation is undone. */
export function UndoQuestion({ isExternal, isBusy, undo }: UndoProps) {
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
