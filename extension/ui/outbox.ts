import { send } from '../messages/send.ts';
import type { Waiting } from '../outbox/record.ts';
import { useStored } from './use-stored.ts';

/** What waits, kept up to date; `undefined` until it is known. */
export function useOutbox(): readonly Waiting[] | undefined {
  return useStored(async () => (await send('outbox', {})).waiting);
}
