import { type Environment, environments } from '../../shared/environment.ts';
import type { Waiting } from '../outbox/record.ts';
import { dateText, t } from './language.ts';

export function Badge({ environment }: { environment: Environment }) {
  return <span class={`badge ${environment}`}>{t.environments[environment]}</span>;
}

/** Which key it is, without the key. */
export function KeyCard({ waiting: { key, created, onlyFor } }: { waiting: Waiting }) {
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
      <p class="hint">{(onlyFor === undefined ? t.kept : t.keptAway)(dateText(created))}</p>
    </section>
  );
}

interface WaitingProps {
  readonly waiting: readonly Waiting[];
  readonly chosen: string | undefined;
  readonly choose: (captureId: string) => void;
}

/** Which of several keys this is about. */
export function WaitingChoice({ waiting, chosen, choose }: WaitingProps) {
  return (
    <fieldset>
      <legend>{t.waitingKeys}</legend>
      {waiting.map(({ captureId, key, created, origin }) => (
        <label class="choice" key={captureId}>
          <input
            type="radio"
            name="capture"
            checked={captureId === chosen}
            onChange={() => choose(captureId)}
          />
          <span>
            <span class="mono">{key.masked}</span> <Badge environment={key.environment} />
            <small>
              {t.merchant} {key.merchantId}
              {key.reference && ` · ${key.reference}`}
              {' · '}
              {t.createdAt(dateText(created), origin && new URL(origin).host)}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface EnvironmentProps {
  readonly legend: string;
  readonly chosen: Environment | undefined;
  readonly choose: (environment: Environment) => void;
}

/** Which environment a console is of: only the person knows. */
export function EnvironmentChoice({ legend, chosen, choose }: EnvironmentProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {environments.map((environment) => (
        <label class="choice" key={environment}>
          <input
            type="radio"
            name="environment"
            checked={environment === chosen}
            onChange={() => choose(environment)}
          />
          {t.environments[environment]}
        </label>
      ))}
    </fieldset>
  );
}
