import { useState } from 'preact/hooks';
import { StepHeading } from '../heading.tsx';
import { AddRecipient } from '../recipients/add-recipient.tsx';
import { r } from '../recipients/language.ts';
import { type Colleague, useRecipients } from '../recipients/use-recipients.ts';
import { w } from './language.ts';

interface Props {
  readonly sealFor: (recipients: string[]) => void;
  readonly sealWithPassphrase: () => void;
  readonly cancel: () => void;
}

/** For whom a key is sealed: colleagues who are kept, or are added here; or whoever knows a passphrase. */
export function AddresseeChoice({ sealFor, sealWithPassphrase, cancel }: Props) {
  const colleagues = useRecipients();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAdding, setAdding] = useState(false);
  const [said, say] = useState('');
  if (!colleagues) return null;
  const added = ({ recipient }: Colleague) => {
    setAdding(false);
    setChosen([...new Set([...chosen, recipient])]);
  };
  const isStep = isAdding || colleagues.length === 0;
  return (
    <>
      {isStep ? (
        <Adding isFirst={colleagues.length === 0} added={added} say={say} />
      ) : (
        <Choosing colleagues={colleagues} chosen={chosen} choose={setChosen} add={() => setAdding(true)} />
      )}
      <p role="status">{said}</p>
      <div class="buttons">
        {!isStep && (
          <button
            type="button"
            class="primary"
            disabled={chosen.length === 0}
            onClick={() => sealFor([...chosen])}
          >
            {w.seal}
          </button>
        )}
        <button type="button" onClick={cancel}>
          {w.cancel}
        </button>
      </div>
      <p class="hint">{w.passphraseMore}</p>
      <button type="button" class="quiet" onClick={sealWithPassphrase}>
        {w.passphrase}
      </button>
    </>
  );
}

interface AddingProps {
  readonly isFirst: boolean;
  readonly added: (colleague: Colleague) => void;
  readonly say: (text: string) => void;
}

function Adding({ isFirst, added, say }: AddingProps) {
  return (
    <>
      <StepHeading>{w.who}</StepHeading>
      {isFirst && <p>{w.nobody}</p>}
      <AddRecipient kept={added} say={say} />
    </>
  );
}

interface ChoosingProps {
  readonly colleagues: readonly Colleague[];
  readonly chosen: readonly string[];
  readonly choose: (recipients: readonly string[]) => void;
  readonly add: () => void;
}

function Choosing({ colleagues, chosen, choose, add }: ChoosingProps) {
  const toggle = (recipient: string) =>
    choose(chosen.includes(recipient) ? chosen.filter((one) => one !== recipient) : [...chosen, recipient]);
  return (
    <>
      <StepHeading>{w.who}</StepHeading>
      {/* biome-ignore lint/a11y/useSemanticElements: the heading of the step stands where a legend would */}
      <div role="group" aria-label={w.who}>
        {colleagues.map(({ recipient, name, code }) => (
          <label class="choice" key={recipient}>
            <input type="checkbox" checked={chosen.includes(recipient)} onChange={() => toggle(recipient)} />
            <span>
              {name}
              <small>
                {r.controlCode} <span class="mono">{code}</span>
              </small>
            </span>
          </label>
        ))}
      </div>
      <button type="button" class="quiet" onClick={add}>
        {w.add}
      </button>
    </>
  );
}
