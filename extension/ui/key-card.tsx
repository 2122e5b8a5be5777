import type { Environment } from '../../shared/environment.ts';
import type { Waiting } from '../outbox/record.ts';
import { dateText, dayText, t } from './language.ts';

export function Badge({ environment }: { environment: Environment }) {
  return <span class={`badge ${environment}`}>{t.environments[environment]}</span>;
}

/** Which key it is, without the key. */
export function KeyCard({ waiting: { key, created, expires } }: { waiting: Waiting }) {
  return (
    <section class="card" aria-label={t.key}>
      <dl>
        <dt>{t.key}</dt>
        <dd class="mono">{key.masked}</dd>
        <dt>{t.environment}</dt>
        <dd>
          <Badge environment={key.environment} />
        </dd>
        <dt>{t.reference}</dt>
        <dd class="mono">{key.reference || t.noReference}</dd>
        <dt>{t.merchant}</dt>
        <dd class="mono">{key.merchantId}</dd>
      </dl>
      <p class="hint">{t.kept(dateText(created), dayText(expires))}</p>
    </section>
  );
}
