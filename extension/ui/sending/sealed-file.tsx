import { useEffect, useState } from 'preact/hooks';
import { isolated } from '../../../shared/outside-text.ts';
import { send } from '../../messages/send.ts';
import type { Sealing } from '../../sending/record.ts';
import type { SealedFile } from '../../sending/sending.ts';
import { putOnClipboard } from '../clipboard.ts';
import { dateText, dayText, language } from '../language.ts';
import { CopyText } from '../task.tsx';
import { SpelledCode, StepHeading } from '../window.tsx';
import { type SendingWords, sendingWords } from './words.ts';

export const w: SendingWords = sendingWords[language];

/** Who can open a sealed file, in words. */
function whoOpens({ recipients }: Sealing): string {
  if (recipients.length === 0) return w.withPassphrase;
  return new Intl.ListFormat(language).format(recipients.map(({ name }) => isolated(name)));
}

/** The file to send in writing, and the codes to read out on the phone. */
export function SealedFileSteps({ file, done }: { file: SealedFile; done: () => void }) {
  return (
    <section class="notice safe">
      <StepHeading>{w.sealedFor(whoOpens(file.sealing))}</StepHeading>
      <ol class="hand-over">
        <li>
          <p>{w.sendFile}</p>
          <FileButtons file={file} />
        </li>
        <li>
          <p>{w.sendMessage}</p>
          <CopyText
            text={w.message(file.fileName, dayText(file.sealing.expires))}
            open={w.copyMessage}
            done={w.copied}
          />
        </li>
        {file.passphrase && (
          <li>
            <p>{w.readPassphrase}</p>
            <SpelledCode text={file.passphrase} />
          </li>
        )}
        <li>
          <p>{w.readCode}</p>
          <SpelledCode text={file.confirmationCode} />
        </li>
      </ol>
      <p>{w.stays(dayText(file.sealing.expires))}</p>
      <button type="button" onClick={done}>
        {w.done}
      </button>
    </section>
  );
}

function FileButtons({ file: { fileName, armored } }: { file: SealedFile }) {
  const [status, setStatus] = useState('');
  const save = () => {
    download(fileName, armored);
    setStatus(w.downloaded(fileName));
  };
  const copy = () => setStatus(putOnClipboard(armored) ? w.copied : w.notCopied);
  return (
    <>
      <p class="mono">{fileName}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={save}>
          {w.download}
        </button>
        <button type="button" onClick={copy}>
          {w.copy}
        </button>
      </div>
      <p role="status">{status}</p>
    </>
  );
}

/** When the object URL is released, in milliseconds: long after the browser has begun the download. */
const urlLifetime = 60_000;

/** Saves a file as an ordinary download, which needs no permission. */
function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), urlLifetime);
}

interface Props {
  readonly captureId: string;
  readonly isBusy: boolean;
  /** Shows the file of the sealing with this creation time. */
  readonly show: (created: string) => void;
}

/** The earlier sealings of a key: for whom, and when. */
export function EarlierSealings({ captureId, isBusy, show }: Props) {
  const [sealings, setSealings] = useState<readonly Sealing[]>([]);
  useEffect(() => void send('sealings', { captureId }).then((known) => setSealings(known.sealings)), []);
  if (sealings.length === 0) return null;
  return (
    <ul class="plain">
      {sealings.map((sealing) => (
        <Row key={sealing.created} sealing={sealing} isBusy={isBusy} show={show} />
      ))}
    </ul>
  );
}

function Row({ sealing, isBusy, show }: Omit<Props, 'captureId'> & { readonly sealing: Sealing }) {
  const { created, expires, recipients } = sealing;
  const [who, date] = [whoOpens(sealing), dateText(created)];
  const isOpen = Date.parse(expires) > Date.now();
  return (
    <li>
      <strong>{w.before(who, date)}</strong>
      <p class="hint">{isOpen ? w.opensUntil(dayText(expires)) : w.ended}</p>
      {isOpen && recipients.length > 0 && (
        <button
          type="button"
          class="quiet"
          disabled={isBusy}
          aria-label={w.againOf(who, date)}
          onClick={() => show(created)}
        >
          {w.again}
        </button>
      )}
    </li>
  );
}
