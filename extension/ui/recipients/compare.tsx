import { useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import { StepHeading } from '../heading.tsx';
import { sentencesOf } from '../language.ts';
import { Spelled } from '../spelled.tsx';
import { r } from './language.ts';
import { NameField } from './name-field.tsx';
import type { Colleague } from './use-recipients.ts';

interface Props {
  readonly found: Colleague;
  readonly kept: (colleague: Colleague) => void;
  readonly differs: () => void;
}

/** Asks for the code that the colleague reads out: a line may have been changed on its way. */
export function Compare({ found, kept, differs }: Props) {
  const [name, setName] = useState(found.name);
  const [problem, setProblem] = useState<string>();
  const keep = async () => {
    const colleague = { ...found, name: name.trim() };
    try {
      await send('keep-recipient', { recipient: found.recipient, name: colleague.name });
      kept(colleague);
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
      <Spelled text={found.code} />
      <NameField name={name} setName={setName} problem={problem} />
      <div class="buttons">
        <button type="submit" class="primary">
          {r.same}
        </button>
        <button type="button" onClick={differs}>
          {r.differs}
        </button>
      </div>
    </form>
  );
}
