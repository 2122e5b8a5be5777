import type { Environment } from '../../shared/environment.ts';
import { send } from '../messages/send.ts';
import { Badge } from './key-card.tsx';
import { language, t } from './language.ts';
import { useAskedKeys, useProvableEnvironments } from './stored.ts';
import { Problem, useTask } from './task.tsx';
import { paylineWords } from './words.ts';

const y = paylineWords[language];

/**
 * The keys that a page showed without an Authorization. The person keeps or deletes each, or has Payline asked: an
 * accepted key is kept.
 */
export function AskedKeys() {
  const asked = useAskedKeys();
  const [answering, answer, again] = useTask<void>();
  const prove = (askedId: string) => void answer(async () => void (await send('prove-asked', { askedId })));
  const sendAnswer = (askedId: string, isKept: boolean) =>
    void answer(async () => void (await send('answer-asked', { askedId, isKept })));
  return (
    <>
      {asked.map(({ askedId, key }) => (
        <section class="notice" key={askedId} aria-label={t.askedTitle}>
          <h2>{t.askedTitle}</h2>
          <p>
            <Badge environment={key.environment} />
          </p>
          <dl>
            <dt>{t.key}</dt>
            <dd class="mono">{key.masked}</dd>
            <dt>{t.merchant}</dt>
            <dd class="mono">{key.merchantId}</dd>
          </dl>
          <p>{t.askedMore}</p>
          <div class="actions">
            <ProveButton environment={key.environment} prove={() => prove(askedId)} />
            <button type="button" onClick={() => sendAnswer(askedId, false)}>
              {t.askedNo}
            </button>
            <button type="button" class="primary" onClick={() => sendAnswer(askedId, true)}>
              {t.askedYes}
            </button>
          </div>
        </section>
      ))}
      {answering.state === 'failed' && <Problem error={answering.error} retry={again} />}
    </>
  );
}

function ProveButton({ environment, prove }: { environment: Environment; prove: () => void }) {
  const provable = useProvableEnvironments();
  if (!provable.includes(environment)) return null;
  return (
    <button type="button" onClick={prove}>
      {y.ask}
    </button>
  );
}
