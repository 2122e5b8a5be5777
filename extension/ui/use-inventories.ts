import type { Environment } from '../../shared/environment.ts';
import type { Inventory } from '../inventory/record.ts';
import { send } from '../messages/send.ts';
import { useStored } from './use-stored.ts';

export type Inventories = Readonly<Record<Environment, Inventory>>;

/** What was seen of the consoles' lists, kept up to date; `undefined` until it is known. */
export function useInventories(): Inventories | undefined {
  return useStored(async () => (await send('inventories', {})).inventories);
}
