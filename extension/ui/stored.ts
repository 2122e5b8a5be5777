import { useEffect, useState } from 'preact/hooks';
import { controlCode } from '../../shared/codes.ts';
import type { Environment } from '../../shared/environment.ts';
import type { Recipient } from '../../shared/recipient.ts';
import type { Inventory } from '../inventory/record.ts';
import { send } from '../messages/send.ts';
import type { Asked } from '../outbox/asked.ts';
import type { Waiting } from '../outbox/record.ts';
import { onKept } from '../storage.ts';

/** What is asked of the background, asked again at each change of the storage while the window is open; `undefined` until it is known. */
function useStored<T>(ask: () => Promise<T>): T | undefined {
  const [known, setKnown] = useState<T>();
  useEffect(() => {
    const refresh = async () => {
      const answer = await ask();
      setKnown(() => answer);
    };
    void refresh();
    return onKept(() => void refresh());
  }, []);
  return known;
}

/** What waits, kept up to date; `undefined` until it is known. */
export function useOutbox(): readonly Waiting[] | undefined {
  return useStored(async () => (await send('outbox', {})).waiting);
}

/** The keys that a person is asked about, kept up to date. */
export function useAsked(): readonly Asked[] {
  return useStored(async () => (await send('asked', {})).asked) ?? [];
}

/** The environments of whose keys Payline can be asked: those that a project of this machine has; none without a configurator. */
export function useProvable(): readonly Environment[] {
  const [known, setKnown] = useState<readonly Environment[]>([]);
  useEffect(() => {
    send('projects', {}).then(
      ({ projects }) => setKnown(projects.flatMap(({ environments }) => environments)),
      () => {},
    );
  }, []);
  return known;
}

export type Inventories = Readonly<Record<Environment, Inventory>>;

/** What was seen of the consoles' lists, kept up to date; `undefined` until it is known. */
export function useInventories(): Inventories | undefined {
  return useStored(async () => (await send('inventories', {})).inventories);
}

/** A colleague, with the code by which anybody can compare who that is. */
export interface Colleague extends Recipient {
  readonly code: string;
}

/** The colleagues that are kept, up to date; `undefined` until they are known. */
export function useRecipients(): readonly Colleague[] | undefined {
  return useStored(async () => {
    const { recipients } = await send('recipients', {});
    return Promise.all(recipients.map(withCode));
  });
}

/** A code takes a moment to work out, and a recipient's never changes. */
const codes = new Map<string, Promise<string>>();

async function withCode({ recipient, name }: Recipient): Promise<Colleague> {
  const code = codes.get(recipient) ?? controlCode(recipient);
  codes.set(recipient, code);
  return { recipient, name, code: await code };
}
