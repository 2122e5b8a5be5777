import { useEffect, useState } from 'preact/hooks';
import { controlCode } from '../../shared/codes.ts';
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
    <section class="notice" aria-label={t.pairing}>
      <p>{t.pairingMore}</p>
      <CodeQuestion recipient={recipient} answered={answered} />
    </section>
  );
}

/** The code of one configurator, and both answers. */
export function CodeQuestion(props: Props) {
  const [code, setCode] = useState('');
  useEffect(() => void controlCode(props.recipient).then(setCode), [props.recipient]);
  return (
    <>
      <p>
        {t.controlCode} <strong class="mono code">{code}</strong>
      </p>
      <CodeAnswers {...props} />
    </>
  );
}

/** Whether the code is the same in both places: only this very configurator is trusted, or not. */
export function CodeAnswers({ recipient, answered }: Props) {
  const answer = (isSame: boolean) => void send('compared', { recipient, isSame }).then(answered);
  return (
    <div class="buttons">
      <button type="button" onClick={() => answer(true)}>
        {t.codesSame}
      </button>
      <button type="button" class="quiet danger" onClick={() => answer(false)}>
        {t.codesDiffer}
      </button>
    </div>
  );
}
