import { useEffect, useState } from 'preact/hooks';
import { controlCode } from '../../shared/codes.ts';
import type { Environment } from '../../shared/environment.ts';
import type { Recipient } from '../../shared/recipient.ts';
import type { Inventory } from '../inventory/record.ts';
import { send } from '../messages/send.ts';
import type { Asked } from '../outbox/asked.ts';
import type { Waiting } from '../outbox/record.ts';
import { onStorageChange } from '../storage.ts';

/** An answer of the background, requested again at each change of the storage; `undefined` until it is known. */
function useStoredAnswer<T>(ask: () => Promise<T>): T | undefined {
  const [known, setKnown] = useState<T>();
  useEffect(() => {
    const refresh = async () => {
      const answer = await ask();
      setKnown(() => answer);
    };
    void refresh();
    return onStorageChange(() => void refresh());
  }, []);
  return known;
}

/** The waiting keys, kept up to date; `undefined` until they are known. */
export function useWaitingKeys(): readonly Waiting[] | undefined {
  return useStoredAnswer(async () => (await send('outbox', {})).waiting);
}

/** The keys that the person is asked about, kept up to date. */
export function useAskedKeys(): readonly Asked[] {
  return useStoredAnswer(async () => (await send('asked', {})).asked) ?? [];
}

/**
 * The environments whose keys Payline can be asked about: those of this machine's projects; none without a
 * configurator.
 */
export function useProvableEnvironments(): readonly Environment[] {
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

/** The keys seen in the consoles' lists, kept up to date; `undefined` until they are known. */
export function useInventories(): Inventories | undefined {
  return useStoredAnswer(async () => (await send('inventories', {})).inventories);
}

/** A colleague, with the control code to compare. */
export interface Colleague extends Recipient {
  readonly code: string;
}

/** The stored colleagues, kept up to date; `undefined` until they are known. */
export function useRecipients(): readonly Colleague[] | undefined {
  return useStoredAnswer(async () => {
    const { recipients } = await send('recipients', {});
    return Promise.all(recipients.map(withCode));
  });
}

/** Control codes are slow to compute, and a recipient's never changes. */
const codes = new Map<string, Promise<string>>();

async function withCode({ recipient, name }: Recipient): Promise<Colleague> {
  const code = codes.get(recipient) ?? controlCode(recipient);
  codes.set(recipient, code);
  return { recipient, name, code: await code };
}
