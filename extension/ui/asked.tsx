import { send } from '../messages/send.ts';
import { Badge } from './key-card.tsx';
import { t } from './language.ts';
import { useAsked } from './stored.ts';
import { Problem, useTask } from './task.tsx';

/** The keys that a page showed and nothing proves: each is kept or deleted as the person says. */
export function AskedKeys() {
  const asked = useAsked();
  const [answering, answer, again] = useTask<void>();
  const say = (askedId: string, isKept: boolean) =>
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
            <button type="button" onClick={() => say(askedId, false)}>
              {t.askedNo}
            </button>
            <button type="button" class="primary" onClick={() => say(askedId, true)}>
              {t.askedYes}
            </button>
          </div>
        </section>
      ))}
      {answering.state === 'failed' && <Problem error={answering.error} retry={again} />}
    </>
  );
}
