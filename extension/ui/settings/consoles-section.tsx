import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { consoleHosts, type Environment, environments } from '../../../shared/environment.ts';
import { type AddedConsole, hostOfAddress, originsOf } from '../../consoles/address.ts';
import { send } from '../../messages/send.ts';
import { Badge, EnvironmentChoice } from '../key-card.tsx';
import { sentencesOf } from '../language.ts';
import { g, useWatchStatus, WatchStatusNotice } from '../watching/watching.tsx';
import { s } from './words.ts';

/** The watched consoles: Payline's own, and those that the person adds. */
export function ConsolesSection() {
  const [added, setAdded] = useState<readonly AddedConsole[]>([]);
  const [status, setStatus] = useState('');
  const consoles = useWatchStatus();
  const refresh = async () => setAdded((await send('consoles', {})).consoles);
  useEffect(() => void refresh(), []);
  const remove = async (host: string) => {
    await send('remove-console', { host });
    await refresh();
    setStatus(s.removed(host));
  };
  const showAdded = async (host: string) => {
    await refresh();
    setStatus(s.added(host));
  };
  const isAllowed = (host: string) => consoles?.find((one) => one.host === host)?.isAllowed;
  return (
    <section class="card" aria-labelledby="consoles">
      <h2 id="consoles">{s.consoles}</h2>
      <p class="hint">{s.consolesMore}</p>
      <WatchStatusNotice consoles={consoles} />
      <ul class="plain rows">
        {environments.map((environment) => (
          <Row
            key={environment}
            host={consoleHosts[environment]}
            environment={environment}
            isAllowed={isAllowed(consoleHosts[environment])}
          />
        ))}
        {added.map((one) => (
          <Row key={one.host} {...one} isAllowed={isAllowed(one.host)} remove={() => void remove(one.host)} />
        ))}
      </ul>
      <AddConsole onAdded={(host) => void showAdded(host)} setStatus={setStatus} />
      <p role="status">{status}</p>
      <p class="hint">{g.private}</p>
    </section>
  );
}

interface RowProps extends AddedConsole {
  /** `undefined` until it is known. */
  readonly isAllowed: boolean | undefined;
  readonly remove?: () => void;
}

function Row({ host, environment, isAllowed, remove }: RowProps) {
  return (
    <li class="row">
      <span class="mono">{host}</span>
      <Badge environment={environment} />
      {isAllowed === false && <small class="problem">{s.notAllowed}</small>}
      {remove ? (
        <button type="button" class="quiet" aria-label={s.removeHost(host)} onClick={remove}>
          {s.remove}
        </button>
      ) : (
        <small>{s.builtIn}</small>
      )}
    </li>
  );
}

interface Props {
  readonly onAdded: (host: string) => void;
  readonly setStatus: (text: string) => void;
}

/** Adds a console by its address. The person chooses the environment of its keys; the console's pages have no say. */
function AddConsole({ onAdded, setStatus }: Props) {
  const [address, setAddress] = useState('');
  const [environment, setEnvironment] = useState<Environment>('homologation');
  const [problem, setProblem] = useState<string>();

  const add = async () => {
    setStatus('');
    setProblem(undefined);
    try {
      const host = hostOfAddress(address);
      if (!(await browser.permissions.request(originsOf(host)))) return setProblem(s.notAdded);
      await send('add-console', { host, environment });
      setAddress('');
      onAdded(host);
    } catch (error) {
      setProblem(Object.values(sentencesOf(error)).join(' '));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label for="address">{s.address}</label>
      <input
        id="address"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        placeholder="https://"
        required
        value={address}
        aria-invalid={problem !== undefined}
        aria-describedby="address-problem"
        onInput={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <p id="address-problem" class="problem" role="alert">
        {problem}
      </p>
      <EnvironmentChoice legend={s.environment} chosen={environment} choose={setEnvironment} />
      <button type="submit">{s.add}</button>
    </form>
  );
}
