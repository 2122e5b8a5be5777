import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { consoleHosts, type Environment } from '../../../shared/environment.ts';
import type { AddedConsole } from '../../consoles/record.ts';
import { send } from '../../messages/send.ts';
import { r } from './language.ts';

/** The ways to the console of an environment: Payline's own, and those that the person added. */
export function OpenConsole({ environment, isNext }: { environment: Environment; isNext: boolean }) {
  const [added, setAdded] = useState<readonly AddedConsole[]>([]);
  useEffect(() => void send('consoles', {}).then(({ consoles }) => setAdded(consoles)), []);
  const others = added.filter((one) => one.environment === environment).map(({ host }) => host);
  return (
    <div class="buttons">
      {[consoleHosts[environment], ...others].map((host, at) => (
        <button
          type="button"
          key={host}
          class={isNext && at === 0 ? 'primary' : ''}
          onClick={() => void browser.tabs.create({ url: `https://${host}/` })}
        >
          {r.openConsole(host)}
        </button>
      ))}
    </div>
  );
}
