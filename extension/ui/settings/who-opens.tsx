import { useEffect } from 'preact/hooks';
import type { ConnectionDetails } from '../../host/recipient.ts';
import { send } from '../../messages/send.ts';
import { Problem, useTask } from '../task.tsx';
import { s } from './words.ts';

/** The option that only the configurator can open waiting keys, or why it is not available. */
export function WhoOpens() {
  const [guarded, run] = useTask<ConnectionDetails>();
  const look = () => void run(async () => (await send('guarded', {})).guarded);
  useEffect(look, []);
  const choose = (isOn: boolean) =>
    void run(async () => {
      await send('choose-sole', { isOn });
      return (await send('guarded', {})).guarded;
    });
  if (guarded.state === 'failed') return <Problem error={guarded.error} retry={look} />;
  if (guarded.state !== 'done') return <p role="status">{s.asking}</p>;
  const { isSole } = guarded.value;
  const obstacle = obstacleOf(guarded.value);
  return (
    <>
      {(isSole || obstacle === undefined) && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              name="sole"
              checked={isSole}
              onChange={({ currentTarget }) => choose(currentTarget.checked)}
            />
            {s.sole}
          </label>
          <p class="hint">{s.soleMore}</p>
        </>
      )}
      {obstacle !== undefined && <p class={isSole ? 'problem' : 'hint'}>{obstacle}</p>}
    </>
  );
}

/** Why the configurator cannot be the only one that opens waiting keys; `undefined` if it can. */
function obstacleOf({ isCompared, protection }: ConnectionDetails): string | undefined {
  if (!isCompared) return s.soleNotCompared;
  if (protection === undefined) return s.soleTooOld;
  return protection === 'keychain' ? undefined : s.soleUnprotected[protection];
}
