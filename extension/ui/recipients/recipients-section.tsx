import { useRef, useState } from 'preact/hooks';
import { isolated } from '../../../shared/outside-text.ts';
import { send } from '../../messages/send.ts';
import { sentencesOf } from '../language.ts';
import { type Colleague, useRecipients } from '../stored.ts';
import { AddRecipient } from './add-recipient.tsx';
import { NameField, r } from './name-field.tsx';

/** The colleagues that keys can be sealed for. */
export function RecipientsSection() {
  const colleagues = useRecipients();
  const [status, setStatus] = useState('');
  if (!colleagues) return null;
  return (
    <section class="card" aria-labelledby="recipients">
      <h2 id="recipients">{r.title}</h2>
      <p class="hint">{r.more}</p>
      {colleagues.length === 0 ? (
        <p>{r.none}</p>
      ) : (
        <ul class="plain rows people">
          {colleagues.map((colleague) => (
            <RecipientRow key={colleague.recipient} colleague={colleague} setStatus={setStatus} />
          ))}
        </ul>
      )}
      <AddRecipient onKept={() => {}} setStatus={setStatus} />
      <p role="status">{status}</p>
    </section>
  );
}

interface Props {
  readonly colleague: Colleague;
  readonly setStatus: (text: string) => void;
}

/** One colleague, with the control code and buttons to rename or remove the entry. */
function RecipientRow({ colleague, setStatus }: Props) {
  const [isRenaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { recipient, code } = colleague;
  const name = isolated(colleague.name);
  const remove = async () => {
    await send('drop-recipient', { recipient });
    setStatus(r.removed(name));
  };
  const leave = () => {
    setRenaming(false);
    button.current?.focus();
  };
  const finishRenaming = (newName: string) => {
    leave();
    setStatus(r.renamed(isolated(newName)));
  };
  return (
    <li class="row">
      <span>
        {name}
        <small>
          {r.controlCode} <span class="mono">{code}</span>
        </small>
      </span>
      <span class="buttons">
        <button
          type="button"
          ref={button}
          class="quiet"
          aria-expanded={isRenaming}
          aria-label={r.renameOf(name)}
          onClick={() => setRenaming(!isRenaming)}
        >
          {r.rename}
        </button>
        <button type="button" class="quiet" aria-label={r.removeOf(name)} onClick={() => void remove()}>
          {r.remove}
        </button>
      </span>
      {isRenaming && <Rename colleague={colleague} onRenamed={finishRenaming} cancel={leave} />}
    </li>
  );
}

interface RenameProps {
  readonly colleague: Colleague;
  readonly onRenamed: (name: string) => void;
  readonly cancel: () => void;
}

function Rename({ colleague, onRenamed, cancel }: RenameProps) {
  const [name, setName] = useState(colleague.name);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      await send('keep-recipient', { recipient: colleague.recipient, name: name.trim() });
      onRenamed(name.trim());
    } catch (error) {
      setProblem(Object.values(sentencesOf(error)).join(' '));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NameField name={name} setName={setName} problem={problem} />
      <div class="buttons">
        <button type="submit">{r.save}</button>
        <button type="button" class="quiet" onClick={cancel}>
          {r.cancel}
        </button>
      </div>
    </form>
  );
}
