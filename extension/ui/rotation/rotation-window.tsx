import { useEffect, useState } from 'preact/hooks';
import { isEnvironment } from '../../../shared/environment.ts';
import type { Holding } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import type { Place } from '../../rotation/record.ts';
import { HostProblem } from '../host-problem.tsx';
import { Badge } from '../key-card.tsx';
import { useTask } from '../task.tsx';
import { useEscape, WindowHeading } from '../window.tsx';
import { r } from './stage.tsx';
import { Stages } from './stages.tsx';

/** The window that replaces a key. It can be closed at any stage and opened again. */
export function RotationWindow() {
  useEscape();
  const place = placeIn(location.search);
  return (
    <>
      <WindowHeading>{r.title}</WindowHeading>
      <p class="lead">{r.lead}</p>
      {place ? <Stages place={place} /> : <KeyChoice />}
    </>
  );
}

/** The place in the window's query string, if it was opened for one key. */
function placeIn(query: string): Place | undefined {
  const params = new URLSearchParams(query);
  const [project, environment] = [params.get('project'), params.get('environment')];
  return project && isEnvironment(environment) ? { project, environment } : undefined;
}

/** The choice of the installed key to replace. The window then opens again for that key. */
function KeyChoice() {
  const [held, load] = useTask<readonly Holding[]>();
  const [chosen, setChosen] = useState<Place>();
  const begin = () => void load(async () => (await send('holdings', {})).holdings.filter(isReplaceable));
  useEffect(begin, []);
  if (held.state === 'failed') return <HostProblem error={held.error} retry={begin} />;
  if (held.state !== 'done') return <p role="status">{r.looking}</p>;
  if (held.value.length === 0) return <p class="notice">{r.nothing}</p>;
  return (
    <>
      <fieldset>
        <legend>{r.choose}</legend>
        {held.value.map((holding) => (
          <HoldingRow
            key={`${holding.project} ${holding.environment}`}
            holding={holding}
            isChosen={holding.project === chosen?.project && holding.environment === chosen.environment}
            choose={() => setChosen({ project: holding.project, environment: holding.environment })}
          />
        ))}
      </fieldset>
      <button
        type="button"
        class="primary"
        disabled={chosen === undefined}
        onClick={() => chosen && void send('open-rotation', { place: chosen })}
      >
        {r.begin}
      </button>
    </>
  );
}

/** If an environment's files contain several keys, it is not clear which one to replace. */
function isReplaceable({ keys }: Holding): boolean {
  return keys.length === 1;
}

interface RowProps {
  readonly holding: Holding;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function HoldingRow({ holding: { name, environment, keys }, isChosen, choose }: RowProps) {
  return (
    <label class="choice">
      <input type="radio" name="holding" checked={isChosen} onChange={choose} />
      <span>
        {name} <Badge environment={environment} />
        {keys.map(({ masked, reference, files }) => (
          <small key={masked}>
            <span class="mono">{masked}</span> {reference} {r.files(files.join(', '))}
          </small>
        ))}
      </span>
    </label>
  );
}
