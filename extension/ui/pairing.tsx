import { useEffect, useState } from 'preact/hooks';
import { controlCode } from '../../shared/control-code.ts';
import { send } from '../messages/send.ts';
import { t } from './language.ts';

interface Props {
  /** Of the configurator that is met. */
  readonly recipient: string;
  /** Once the person has answered. */
  readonly answered: () => void;
}

/** Asks the person to compare the control code with the one that the configurator shows in a terminal. */
export function Pairing({ recipient, answered }: Props) {
  return (
    <section class="notice warning" aria-labelledby="pairing">
      <h2 id="pairing">{t.pairing}</h2>
      <p>{t.pairingMore}</p>
      <CodeQuestion recipient={recipient} answered={answered} />
    </section>
  );
}

/** The code of one configurator, and both answers: only this very one is trusted, or not. */
export function CodeQuestion({ recipient, answered }: Props) {
  const [code, setCode] = useState('');
  useEffect(() => void controlCode(recipient).then(setCode), [recipient]);
  const answer = (isSame: boolean) => void send('compared', { recipient, isSame }).then(answered);
  return (
    <>
      <p>
        {t.controlCode} <strong class="mono code">{code}</strong>
      </p>
      <div class="buttons">
        <button type="button" onClick={() => answer(true)}>
          {t.codesSame}
        </button>
        <button type="button" class="quiet danger" onClick={() => answer(false)}>
          {t.codesDiffer}
        </button>
      </div>
    </>
  );
}
