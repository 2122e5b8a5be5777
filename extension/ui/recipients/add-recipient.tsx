import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { controlCode } from '../../../shared/codes.ts';
import { isolated } from '../../../shared/outside-text.ts';
import { parseRecipient } from '../../../shared/recipient.ts';
import { send } from '../../messages/send.ts';
import { sentencesOf } from '../language.ts';
import type { Colleague } from '../stored.ts';
import { SpelledCode, StepHeading } from '../window.tsx';
import { NameField, r } from './name-field.tsx';

interface Props {
  readonly onKept: (colleague: Colleague) => void;
  readonly setStatus: (text: string) => void;
}

/** Takes a colleague's line and stores it once the person has compared its code. */
export function AddRecipient({ onKept, setStatus }: Props) {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();
  const [found, setFound] = useState<Colleague>();
  const [hasCompared, setCompared] = useState(false);

  const look = async () => {
    setStatus('');
    setProblem(undefined);
    try {
      const recipient = parseRecipient(pasted);
      setFound({ ...recipient, code: await controlCode(recipient.recipient) });
      setPasted('');
    } catch (error) {
      setProblem(Object.values(sentencesOf(error)).join(' '));
    }
  };
  const leave = (text: string) => {
    setFound(undefined);
    setCompared(true);
    setStatus(text);
  };
  if (!found) {
    return <LineForm {...{ pasted, setPasted, problem }} takesFocus={hasCompared} look={() => void look()} />;
  }
  return (
    <Compare
      found={found}
      onKept={(colleague) => {
        leave(r.kept(isolated(colleague.name)));
        onKept(colleague);
      }}
      onDiffer={() => leave(r.notKept)}
    />
  );
}

interface FormProps {
  readonly pasted: string;
  readonly setPasted: (text: string) => void;
  readonly problem: string | undefined;
  /** Whether the person returns to this form from the comparison. */
  readonly takesFocus: boolean;
  readonly look: () => void;
}

function LineForm({ pasted, setPasted, problem, takesFocus, look }: FormProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus();
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <label for={id}>{r.line}</label>
      <p id={`${id}-more`} class="hint">
        {r.lineMore}
      </p>
      <input
        id={id}
        ref={input}
        type="text"
        name="line"
        autoComplete="off"
        spellcheck={false}
        placeholder="cle1:…"
        required
        value={pasted}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-more ${id}-problem`}
        onInput={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
      <button type="submit">{r.showCode}</button>
    </form>
  );
}

interface CompareProps {
  readonly found: Colleague;
  readonly onKept: (colleague: Colleague) => void;
  readonly onDiffer: () => void;
}

/** Asks the person to compare the code that the colleague reads out: somebody may have changed the line on its way. */
function Compare({ found, onKept, onDiffer }: CompareProps) {
  const [name, setName] = useState(found.name);
  const [problem, setProblem] = useState<string>();
  const keep = async () => {
    const colleague = { ...found, name: name.trim() };
    try {
      await send('keep-recipient', { recipient: found.recipient, name: colleague.name });
      onKept(colleague);
    } catch (error) {
      setProblem(Object.values(sentencesOf(error)).join(' '));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <StepHeading>{r.compare}</StepHeading>
      <p>{r.compareMore}</p>
      <SpelledCode text={found.code} />
      <NameField name={name} setName={setName} problem={problem} />
      <div class="buttons">
        <button type="submit" class="primary">
          {r.same}
        </button>
        <button type="button" onClick={onDiffer}>
          {r.differs}
        </button>
      </div>
    </form>
  );
}
