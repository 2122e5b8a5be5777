import { useState } from 'preact/hooks';
import { isolated } from '../../../shared/outside-text.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { SealedFile } from '../../sending/sending.ts';
import { AddRecipient } from '../recipients/add-recipient.tsx';
import { r } from '../recipients/name-field.tsx';
import { type Colleague, useRecipients } from '../stored.ts';
import { Problem, useTask } from '../task.tsx';
import { StepHeading } from '../window.tsx';
import { EarlierSealings, SealedFileSteps, w } from './sealed-file.tsx';

/** Sends a key in a file to a colleague, who installs it elsewhere. */
export function Sending({ capture: { captureId } }: { capture: Waiting }) {
  const [sealing, run, drop] = useTask<SealedFile>();
  const [isChoosing, setChoosing] = useState(false);
  const [hasReturned, setBack] = useState(false);
  const seal = (request: () => Promise<{ file: SealedFile }>) => {
    setChoosing(false);
    void run(async () => (await request()).file);
  };
  const choose = () => {
    drop();
    setChoosing(true);
  };
  const goBack = () => {
    drop();
    setChoosing(false);
    setBack(true);
  };
  if (sealing.state === 'done') return <SealedFileSteps file={sealing.value} done={goBack} />;
  return (
    <section class="card" aria-label={w.title}>
      {isChoosing ? (
        <AddresseeChoice
          sealFor={(recipients) => seal(() => send('seal-for-colleagues', { captureId, recipients }))}
          sealWithPassphrase={() => seal(() => send('seal-for-passphrase', { captureId }))}
          cancel={goBack}
        />
      ) : (
        <>
          {hasReturned ? <StepHeading>{w.title}</StepHeading> : <h2>{w.title}</h2>}
          <p class="hint">{w.more}</p>
          <EarlierSealings
            captureId={captureId}
            isBusy={sealing.state === 'busy'}
            show={(created) => seal(() => send('seal-again', { captureId, created }))}
          />
          <button type="button" class="primary" disabled={sealing.state === 'busy'} onClick={choose}>
            {w.begin}
          </button>
        </>
      )}
      <p role="status">{sealing.state === 'busy' && w.sealing}</p>
      {sealing.state === 'failed' && <Problem error={sealing.error} retry={choose} />}
    </section>
  );
}

interface Props {
  readonly sealFor: (recipients: string[]) => void;
  readonly sealWithPassphrase: () => void;
  readonly cancel: () => void;
}

/** The choice of the recipients: colleagues, stored or added here, or a passphrase. */
function AddresseeChoice({ sealFor, sealWithPassphrase, cancel }: Props) {
  const colleagues = useRecipients();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAdding, setAdding] = useState(false);
  const [status, setStatus] = useState('');
  if (!colleagues) return null;
  const selectAdded = ({ recipient }: Colleague) => {
    setAdding(false);
    setChosen([...new Set([...chosen, recipient])]);
  };
  const isAddingFirst = isAdding || colleagues.length === 0;
  return (
    <>
      {isAddingFirst ? (
        <AddColleague isFirst={colleagues.length === 0} onAdded={selectAdded} setStatus={setStatus} />
      ) : (
        <ColleagueChoice
          colleagues={colleagues}
          chosen={chosen}
          choose={setChosen}
          add={() => setAdding(true)}
        />
      )}
      <p role="status">{status}</p>
      <div class="buttons">
        {!isAddingFirst && (
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
  readonly onAdded: (colleague: Colleague) => void;
  readonly setStatus: (text: string) => void;
}

function AddColleague({ isFirst, onAdded, setStatus }: AddingProps) {
  return (
    <>
      <StepHeading>{w.who}</StepHeading>
      {isFirst && <p>{w.nobody}</p>}
      <AddRecipient onKept={onAdded} setStatus={setStatus} />
    </>
  );
}

interface ChoosingProps {
  readonly colleagues: readonly Colleague[];
  readonly chosen: readonly string[];
  readonly choose: (recipients: readonly string[]) => void;
  readonly add: () => void;
}

function ColleagueChoice({ colleagues, chosen, choose, add }: ChoosingProps) {
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
              {isolated(name)}
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
