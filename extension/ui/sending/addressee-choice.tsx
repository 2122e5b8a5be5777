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
  const toggle = (recipient: string) =>
    setChosen(
      chosen.includes(recipient) ? chosen.filter((one) => one !== recipient) : [...chosen, recipient],
    );
  const added = ({ recipient }: Colleague) => {
    setAdding(false);
    setChosen([...new Set([...chosen, recipient])]);
  };
  return (
    <>
      <StepHeading>{w.who}</StepHeading>
      {colleagues.length === 0 && <p>{w.nobody}</p>}
      <Colleagues colleagues={colleagues} chosen={chosen} toggle={toggle} />
      {isAdding || colleagues.length === 0 ? (
        <AddRecipient kept={added} say={say} />
      ) : (
        <button type="button" class="quiet" onClick={() => setAdding(true)}>
          {w.add}
        </button>
      )}
      <p role="status">{said}</p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={chosen.length === 0}
          onClick={() => sealFor([...chosen])}
        >
          {w.seal}
        </button>
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

interface ColleaguesProps {
  readonly colleagues: readonly Colleague[];
  readonly chosen: readonly string[];
  readonly toggle: (recipient: string) => void;
}

function Colleagues({ colleagues, chosen, toggle }: ColleaguesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the heading of the step names it
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
  );
}
