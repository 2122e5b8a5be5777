import { mask } from '../../../shared/access-key.ts';
import { type Gathered, gather, type Pasted } from '../../paste/gather.ts';
import { t } from '../language.ts';
import { k } from './language.ts';

interface Props {
  readonly pasted: Pasted;
  readonly needsEnvironment: boolean;
}

/** What has arrived so far, without the secrets, and what is needed next. */
export function Received({ pasted, needsEnvironment }: Props) {
  const gathered = gather(pasted);
  const { accessKey, authorization, reference } = gathered;
  const isWrong = accessKey === undefined && (gathered.isMasked || gathered.isMismatch);
  return (
    <section class="card" aria-label={t.key}>
      <dl>
        <dt>{k.fields.reference}</dt>
        <dd class="mono">{reference ?? k.optional}</dd>
        <dt>{k.fields.accessKey}</dt>
        <dd class="mono">{accessKey === undefined ? k.awaited : mask(accessKey)}</dd>
        <dt>{k.fields.authorization}</dt>
        <dd class="mono">{authorization === undefined ? k.awaited : k.received}</dd>
      </dl>
      <p role="status">{!isWrong && pasted.length > 0 && nextStep(gathered, needsEnvironment)}</p>
      <p role="alert" class="problem">
        {isWrong && (gathered.isMasked ? k.masked : k.mismatch)}
      </p>
    </section>
  );
}

function nextStep({ accessKey, authorization }: Gathered, needsEnvironment: boolean): string {
  if (accessKey !== undefined) return needsEnvironment ? k.environmentFirst : '';
  return authorization === undefined ? k.pastedOne : k.pastedAuthorization;
}
