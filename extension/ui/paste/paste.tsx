import { useEffect, useState } from 'preact/hooks';
import { type Environment, isEnvironment } from '../../../shared/environment.ts';
import { send } from '../../messages/send.ts';
import { gather, type Pasted, paste } from '../../paste/gather.ts';
import { putOnClipboard } from '../clipboard.ts';
import { EnvironmentChoice } from '../environment-choice.tsx';
import { WindowHeading } from '../heading.tsx';
import { Badge } from '../key-card.tsx';
import { Problem } from '../problem.tsx';
import { useTask } from '../task.ts';
import { Kept } from './kept.tsx';
import { k } from './language.ts';
import { PasteButton } from './paste-button.tsx';
import { Received } from './received.tsx';

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
