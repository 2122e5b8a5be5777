import { useEffect } from 'preact/hooks';
import type { Connection } from '../../host/recipient.ts';
import { send } from '../../messages/send.ts';
import { t } from '../language.ts';
import { useTask } from '../task.ts';

/** Whether there is a configurator to install with. */
export function ConnectionStatus() {
  const [task, run] = useTask<Connection>();
  useEffect(() => void run(async () => (await send('connection', {})).connection), []);
  return (
    <p role="status" class={task.state === 'done' ? 'connection on' : 'connection'}>
      {task.state === 'busy' && t.lookingForHost}
      {task.state === 'done' && t.connected}
      {task.state === 'failed' && t.notConnected}
    </p>
  );
}
