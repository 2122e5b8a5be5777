import { useEffect, useState } from 'preact/hooks';
import { mask } from '../../../shared/access-key.ts';
import { type Environment, isEnvironment } from '../../../shared/environment.ts';
import { type Gathered, gather, type Pasted, paste } from '../../capture/gather.ts';
import { send } from '../../messages/send.ts';
import { putOnClipboard } from '../clipboard.ts';
import { Badge, EnvironmentChoice } from '../key-card.tsx';
import { language, t } from '../language.ts';
import { Problem, useTask } from '../task.tsx';
import { WindowHeading } from '../window.tsx';
import { type PasteWords, pasteWords } from './words.ts';

export const k: PasteWords = pasteWords[language];

/** The environment of the console that opened this window; `null` if the person opened it. */
const askedEnvironment = new URLSearchParams(location.search).get('environment');

interface Outcome {
  readonly masked: string;
  readonly isCleared: boolean;
}

/**
 * The window where a person pastes a key, for example from an unreadable pop-up. Pasted text never enters a form
 * control or the DOM.
 */
export function Paste() {
  const [environment, setEnvironment] = useState(
    isEnvironment(askedEnvironment) ? askedEnvironment : undefined,
  );
  const [pasted, setPasted] = useState<Pasted>([]);
  const [keeping, keep] = useTask<Outcome>();
  const take = (text: string) => setPasted((before) => paste(before, text));
  usePasteListener(take);
  const gathered = gather(pasted);
  const seal = (accessKey: string) => void keep(() => keepPasted(gathered, accessKey, environment));
  useEffect(() => {
    if (environment && gathered.accessKey && !gathered.isMismatch && keeping.state === 'idle')
      seal(gathered.accessKey);
  }, [environment, pasted]);
  if (keeping.state === 'done') return <KeptNotice {...keeping.value} />;
  return (
    <>
      <WindowHeading>{k.title}</WindowHeading>
      <p class="lead">{isEnvironment(askedEnvironment) ? k.lead : k.leadAlone}</p>
      {isEnvironment(askedEnvironment) ? (
        <p>
          <Badge environment={askedEnvironment} />
        </p>
      ) : (
        <EnvironmentChoice legend={k.environment} chosen={environment} choose={setEnvironment} />
      )}
      <ol class="steps">
        {k.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <PasteButton take={take} />
      <Received gathered={gathered} isEmpty={pasted.length === 0} needsEnvironment={!environment} />
      {environment && !hasProblem(gathered) && <Unproven gathered={gathered} keep={seal} />}
      <p role="status">{keeping.state === 'busy' && k.keeping}</p>
      {keeping.state === 'failed' && (
        <Problem error={keeping.error} retry={() => seal(gathered.accessKey ?? '')} />
      )}
      {pasted.length > 0 && (
        <button type="button" class="quiet" onClick={() => setPasted([])}>
          {k.again}
        </button>
      )}
    </>
  );
}

/** Takes text pasted anywhere in the window. */
function usePasteListener(take: (text: string) => void): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      event.preventDefault();
      take(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}

/** Clears the clipboard only once the key is safe. */
async function keepPasted(
  { merchantId = '', reference = '' }: Gathered,
  accessKey: string,
  environment: Environment | undefined,
): Promise<Outcome> {
  if (!environment) throw new TypeError('nobody has said which console shows the key');
  const { masked } = await send('keep', { accessKey, merchantId, reference, environment });
  return { masked, isCleared: putOnClipboard('') };
}

/** Pastes without the keyboard: the browser asks for permission to read the clipboard. */
function PasteButton({ take }: { take: (text: string) => void }) {
  const [isRefused, setRefused] = useState(false);
  const read = async () => {
    try {
      take(await navigator.clipboard.readText());
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <button type="button" class="primary" onClick={() => void read()}>
        {k.pasteButton}
      </button>
      <p class="problem" role="alert">
        {isRefused && k.notRead}
      </p>
    </>
  );
}

interface Props {
  readonly gathered: Gathered;
  readonly isEmpty: boolean;
  readonly needsEnvironment: boolean;
}

const hasProblem = ({ accessKey, isMasked, isMismatch }: Gathered): boolean =>
  isMismatch || (accessKey === undefined && isMasked);

/** The fields received so far, without secrets, and the next step. */
function Received({ gathered, isEmpty, needsEnvironment }: Props) {
  const { accessKey, authorization, merchantId, reference } = gathered;
  const isProblem = hasProblem(gathered);
  return (
    <section class="card" aria-label={t.key}>
      <dl>
        <dt>{k.fields.reference}</dt>
        <dd class="mono">{reference ?? k.optional}</dd>
        <dt>{k.fields.merchantId}</dt>
        <dd class="mono">{merchantId ?? k.awaited}</dd>
        <dt>{k.fields.accessKey}</dt>
        <dd class="mono">{accessKey === undefined ? k.awaited : mask(accessKey)}</dd>
        <dt>{k.fields.authorization}</dt>
        <dd class="mono">{authorization === undefined ? k.awaited : k.received}</dd>
      </dl>
      <p role="status">{!isProblem && !isEmpty && nextStep(gathered, needsEnvironment)}</p>
      <p role="alert" class="problem">
        {isProblem && (gathered.isMismatch ? k.mismatch : k.masked)}
      </p>
    </section>
  );
}

function nextStep(gathered: Gathered, needsEnvironment: boolean): string {
  const { accessKey, authorization, merchantId, unproven } = gathered;
  if (accessKey !== undefined || (merchantId && unproven.length > 0 && !authorization)) {
    return needsEnvironment ? k.environmentFirst : '';
  }
  if (authorization !== undefined) return k.pastedAuthorization;
  if (merchantId !== undefined) return k.pastedMerchant;
  return unproven.length > 0 ? k.pastedOne : k.nothingFound;
}

/** A key without proof is kept only if the person confirms it; the text says what to compare. */
function Unproven({ gathered, keep }: { gathered: Gathered; keep: (accessKey: string) => void }) {
  const { merchantId, unproven } = gathered;
  if (merchantId === undefined || unproven.length === 0) return null;
  return (
    <section class="card" aria-label={k.unproven}>
      <h2>{k.unproven}</h2>
      <p>{k.unprovenMore(merchantId)}</p>
      {unproven.map((value) => (
        <button type="button" key={value} onClick={() => keep(value)}>
          {k.keepUnproven(mask(value), value.length)}
        </button>
      ))}
    </section>
  );
}

/** Shown once the key is kept. It now waits like any other. */
function KeptNotice({ masked, isCleared }: { masked: string; isCleared: boolean }) {
  const goOn = async () => {
    await send('open', {});
    window.close();
  };
  return (
    <section class="notice safe">
      <WindowHeading>{k.kept(masked)}</WindowHeading>
      <p>{k.keptMore}</p>
      <p>
        {isCleared ? k.cleared : k.notCleared} {k.clipboardManagers}
      </p>
      <button type="button" class="primary" onClick={() => void goOn()}>
        {t.openDestination}
      </button>
    </section>
  );
}
