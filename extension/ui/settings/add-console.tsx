import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Environment } from '../../../shared/environment.ts';
import { hostOfAddress, originsOf } from '../../consoles/address.ts';
import { send } from '../../messages/send.ts';
import { EnvironmentChoice } from '../environment-choice.tsx';
import { sentencesOf } from '../language.ts';
import { s } from './words.ts';

interface Props {
  readonly added: (host: string) => void;
  readonly say: (text: string) => void;
}

/** Adds a console by its address. The environment of its keys is what the person says here, never what its pages say. */
export function AddConsole({ added, say }: Props) {
  const [address, setAddress] = useState('');
  const [environment, setEnvironment] = useState<Environment>('homologation');
  const [problem, setProblem] = useState<string>();

  const add = async () => {
    say('');
    setProblem(undefined);
    try {
      const host = hostOfAddress(address);
      if (!(await browser.permissions.request(originsOf(host)))) return setProblem(s.notAdded);
      await send('add-console', { host, environment });
      setAddress('');
      added(host);
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
