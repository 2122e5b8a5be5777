import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { controlCode } from '../../shared/codes.ts';
import { Refusal } from '../../shared/refusal.ts';
import { hostPermission } from '../host/exchange.ts';
import { send } from '../messages/send.ts';
import { sentencesOf, t } from './language.ts';
import { CopyText, Problem } from './task.tsx';

interface Props {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Why the browser cannot reach the configurator, and how to fix it. */
export function HostProblem({ error, retry }: Props) {
  switch (error instanceof Refusal ? error.code : undefined) {
    case 'host-not-allowed':
      return <Connect />;
    case 'host-missing':
      return <HostMissing error={error} retry={retry} />;
    case 'host-changed':
      return <HostChanged error={error} retry={retry} />;
    default:
      return <Problem error={error} retry={retry} />;
  }
}

/** Not the merchant's fault: explains the configurator, and offers a message for the developer who installs it. */
function HostMissing({ error, retry }: Props) {
  return (
    <div class="notice" role="alert">
      <p>
        <strong>{sentencesOf(error).what}</strong>
      </p>
      <p>{t.hostMissingHow}</p>
      <CopyText text={t.request} open={t.copyRequest} done={t.requestCopied} isFirst>
        <button type="button" onClick={retry}>
          {t.retry}
        </button>
      </CopyText>
    </div>
  );
}

function HostChanged({ error, retry }: Props) {
  const other = error instanceof Refusal ? String(error.params['other']) : '';
  return (
    <div class="notice alert" role="alert">
      <p>
        <strong>{sentencesOf(error).what}</strong>
      </p>
      <p>{t.hostChangedMore}</p>
      <CodeQuestion recipient={other} onAnswer={retry} />
    </div>
  );
}

/** Requests the browser's permission to talk to the configurator. */
function Connect() {
  const connect = async () => {
    const isGranted = await browser.permissions.request(hostPermission);
    // In Chromium, a window gets the new permission only after a reload.
    if (isGranted) location.reload();
  };
  return (
    <div class="notice">
      <p>{t.connectWhy}</p>
      <button type="button" class="primary" onClick={() => void connect()}>
        {t.connect}
      </button>
      <p class="hint">{t.notYetInstalled}</p>
      <CopyText text={t.request} open={t.copyRequest} done={t.requestCopied} />
    </div>
  );
}

interface CodeProps {
  /** Of the configurator that answered. */
  readonly recipient: string;
  /** Called once the person has answered. */
  readonly onAnswer: () => void;
}

/** Asks the person to compare the control code with that in the configurator's terminal. */
export function Pairing({ recipient, onAnswer }: CodeProps) {
  return (
    <section class="notice" aria-label={t.pairing}>
      <p>{t.pairingMore}</p>
      <CodeQuestion recipient={recipient} onAnswer={onAnswer} />
    </section>
  );
}

/** The control code of a configurator, with both answers. */
function CodeQuestion(props: CodeProps) {
  const [code, setCode] = useState('');
  useEffect(() => void controlCode(props.recipient).then(setCode), [props.recipient]);
  return (
    <>
      <p>
        {t.controlCode} <strong class="mono code">{code || '…'}</strong>
      </p>
      {/* Rendered from the start, so that nothing below moves while a person points at it. */}
      <CodeAnswers {...props} isShown={code !== ''} />
    </>
  );
}

/** The two answers: the codes match, and this configurator is trusted; or they differ, and it is rejected. */
export function CodeAnswers({ recipient, onAnswer, isShown = true }: CodeProps & { isShown?: boolean }) {
  const answer = (isSame: boolean) => void send('compared', { recipient, isSame }).then(onAnswer);
  return (
    <div class="buttons">
      <button type="button" disabled={!isShown} onClick={() => answer(true)}>
        {t.codesSame}
      </button>
      <button type="button" class="quiet danger" disabled={!isShown} onClick={() => answer(false)}>
        {t.codesDiffer}
      </button>
    </div>
  );
}
