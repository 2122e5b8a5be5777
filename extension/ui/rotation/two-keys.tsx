import type { Rotating } from '../../rotation/record.ts';
import { Badge } from '../key-card.tsx';
import { t } from '../language.ts';
import { r } from './language.ts';

/** Which key is followed by which, without either. */
export function TwoKeys({ rotating: { name, old, current } }: { rotating: Rotating }) {
  return (
    <section class="card" aria-label={r.title}>
      <dl>
        <dt>{r.project}</dt>
        <dd>
          {name} <Badge environment={old.environment} />
        </dd>
        <dt>{r.old}</dt>
        <dd>
          <span class="mono">{old.masked}</span> <small class="mono">{old.reference}</small>
        </dd>
        {old.fingerprint !== current.fingerprint && (
          <>
            <dt>{r.new}</dt>
            <dd>
              <span class="mono">{current.masked}</span> <small class="mono">{current.reference}</small>
            </dd>
          </>
        )}
        <dt>{t.merchant}</dt>
        <dd class="mono">{old.merchantId}</dd>
      </dl>
    </section>
  );
}
