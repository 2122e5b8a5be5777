import { useState } from 'preact/hooks';
import type { SealedFile } from '../../sending/sending.ts';
import { putOnClipboard } from '../clipboard.ts';
import { StepHeading } from '../heading.tsx';
import { dayText } from '../language.ts';
import { Spelled } from '../spelled.tsx';
import { download } from './download.ts';
import { w, whoOpens } from './language.ts';

/** The file, and what the two people tell each other: one goes in writing, the other by voice. */
export function HandOver({ file, done }: { file: SealedFile; done: () => void }) {
  return (
    <section class="notice safe">
      <StepHeading>{w.sealedFor(whoOpens(file.sealing))}</StepHeading>
      <ol class="hand-over">
        <li>
          <p>{w.sendFile}</p>
          <TakeFile file={file} />
        </li>
        {file.passphrase && (
          <li>
            <p>{w.readPassphrase}</p>
            <Spelled text={file.passphrase} />
          </li>
        )}
        <li>
          <p>{w.readCode}</p>
          <Spelled text={file.confirmationCode} />
        </li>
      </ol>
      <p>{w.stays(dayText(file.sealing.expires))}</p>
      <button type="button" onClick={done}>
        {w.done}
      </button>
    </section>
  );
}

function TakeFile({ file: { fileName, armored } }: { file: SealedFile }) {
  const [said, say] = useState('');
  const save = () => {
    download(fileName, armored);
    say(w.downloaded(fileName));
  };
  const copy = () => say(putOnClipboard(armored) ? w.copied : w.notCopied);
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
      <p role="status">{said}</p>
    </>
  );
}
