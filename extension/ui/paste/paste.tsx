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

/** The console that shows the key; `undefined` where the person came here by themselves. */
const asked = new URLSearchParams(location.search).get('environment');

interface Outcome {
  readonly masked: string;
  readonly isCleared: boolean;
}

/** The window that takes a key by hand, where a pop-up cannot be read. What is pasted reaches no control and no page. */
export function Paste() {
  const [environment, setEnvironment] = useState(isEnvironment(asked) ? asked : undefined);
  const [pasted, setPasted] = useState<Pasted>([]);
  const [keeping, keep] = useTask<Outcome>();
  const take = (text: string) => setPasted((before) => paste(before, text));
  usePasting(take);
  const seal = () => void keep(() => keepPasted(pasted, environment));
  useEffect(() => {
    if (environment && gather(pasted).accessKey && keeping.state === 'idle') seal();
  }, [environment, pasted]);
  if (keeping.state === 'done') return <Kept {...keeping.value} />;
  return (
    <>
      <WindowHeading>{k.title}</WindowHeading>
      <p class="lead">{k.lead}</p>
      {isEnvironment(asked) ? (
        <p>
          <Badge environment={asked} />
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
      <Received pasted={pasted} needsEnvironment={!environment} />
      <p role="status">{keeping.state === 'busy' && k.keeping}</p>
      {keeping.state === 'failed' && <Problem error={keeping.error} retry={seal} />}
      {pasted.length > 0 && (
        <button type="button" class="quiet" onClick={() => setPasted([])}>
          {k.again}
        </button>
      )}
    </>
  );
}

/** Takes whatever is pasted into the window, wherever the focus is. */
function usePasting(take: (text: string) => void): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      event.preventDefault();
      take(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}

/** The clipboard is emptied once the key is safe, and not before. */
async function keepPasted(pasted: Pasted, environment: Environment | undefined): Promise<Outcome> {
  const { accessKey = '', authorization = '', reference = '' } = gather(pasted);
  if (!environment) throw new TypeError('nobody has said which console shows the key');
  const { masked } = await send('keep', { accessKey, authorization, reference, environment });
  return { masked, isCleared: putOnClipboard('') };
}

/** For those who do not use the keyboard: the browser asks whether the clipboard may be read, this once. */
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
  readonly pasted: Pasted;
  readonly needsEnvironment: boolean;
}

/** What has arrived so far, without the secrets, and what is needed next. */
function Received({ pasted, needsEnvironment }: Props) {
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

/** The key waits now like any other. */
function Kept({ masked, isCleared }: { masked: string; isCleared: boolean }) {
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
