import { useEffect } from 'preact/hooks';
import { controlCode } from '../../../shared/codes.ts';
import { send } from '../../messages/send.ts';
import { CodeAnswers, HostProblem } from '../host-problem.tsx';
import { t } from '../language.ts';
import { useTask } from '../task.tsx';
import { WhoOpens } from './who-opens.tsx';
import { s } from './words.ts';

interface KnownHost {
  readonly version: string;
  readonly code: string;
  readonly recipient: string;
  readonly isCompared: boolean;
}

async function loadHost(): Promise<KnownHost> {
  const { connection } = await send('connection', {});
  return { ...connection, code: await controlCode(connection.recipient) };
}

/** Whether a configurator is connected, and which one. */
export function ConnectionSection() {
  const [task, run] = useTask<KnownHost>();
  const look = () => void run(loadHost);
  useEffect(look, []);
  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection">{s.connection}</h2>
      <p role="status" class={task.state === 'done' ? 'connection on' : 'connection'}>
        {task.state === 'busy' && t.lookingForHost}
        {task.state === 'done' && t.connected}
        {task.state === 'failed' && t.notConnected}
      </p>
      {task.state === 'done' && <HostDetails met={task.value} onAnswer={look} />}
      {task.state === 'failed' && <HostProblem error={task.error} retry={look} />}
    </section>
  );
}

function HostDetails({ met, onAnswer }: { met: KnownHost; onAnswer: () => void }) {
  return (
    <>
      <dl>
        <dt>{s.version}</dt>
        <dd class="mono">{met.version}</dd>
        <dt>{s.controlCode}</dt>
        <dd class="mono code">{met.code}</dd>
      </dl>
      <p class="hint">{s.controlCodeMore}</p>
      {!met.isCompared && <CodeAnswers recipient={met.recipient} onAnswer={onAnswer} />}
      <WhoOpens key={String(met.isCompared)} />
    </>
  );
}
