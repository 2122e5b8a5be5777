import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Environment, environments } from '../../shared/environment.ts';
import { isolated } from '../../shared/outside-text.ts';
import { send } from '../messages/send.ts';
import { longestLabel, type Waiting } from '../outbox/record.ts';
import { dateText, t } from './language.ts';

export function Badge({ environment }: { environment: Environment }) {
  return <span class={`badge ${environment}`}>{t.environments[environment]}</span>;
}

/** Describes a key without showing it. */
export function KeyCard({ waiting }: { waiting: Waiting }) {
  const { key, created, label, onlyFor } = waiting;
  return (
    <section class="card" aria-label={t.key}>
      <dl>
        {label && (
          <>
            <dt>{t.keyName}</dt>
            <dd>{isolated(label)}</dd>
          </>
        )}
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
      <KeyName key={label} waiting={waiting} />
      <p class="hint">{(onlyFor === undefined ? t.kept : t.keptAway)(dateText(created))}</p>
    </section>
  );
}

/** Lets a person give a key a name of their own. */
function KeyName({ waiting: { captureId, label = '' } }: { waiting: Waiting }) {
  const [isOpen, open] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => void (isOpen && field.current?.focus()), [isOpen]);
  if (!isOpen) {
    return (
      <button type="button" class="quiet" onClick={() => open(true)}>
        {label === '' ? t.nameKey : t.renameKey}
      </button>
    );
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    await send('name', { captureId, label: field.current?.value ?? '' });
    open(false);
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <label for={id}>{t.keyName}</label>
      <p class="hint">{t.keyNameMore}</p>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={longestLabel}
        defaultValue={label}
        autocomplete="off"
      />
      <div class="buttons">
        <button type="submit">{t.saveName}</button>
      </div>
    </form>
  );
}

interface WaitingProps {
  readonly waiting: readonly Waiting[];
  readonly chosen: string | undefined;
  readonly choose: (captureId: string) => void;
}

/** The choice among several waiting keys. */
export function WaitingChoice({ waiting, chosen, choose }: WaitingProps) {
  return (
    <fieldset>
      <legend>{t.waitingKeys}</legend>
      {waiting.map(({ captureId, key, created, origin, label }) => (
        <label class="choice" key={captureId}>
          <input
            type="radio"
            name="capture"
            checked={captureId === chosen}
            onChange={() => choose(captureId)}
          />
          <span>
            {label && <strong>{isolated(label)} </strong>}
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

/** The choice of a console's environment, which only the person knows. */
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
