import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Environment } from '../../shared/environment.ts';
import { nothing } from './merge.ts';
import { type Inventory, inventory } from './record.ts';

const nameIn = (environment: Environment) => `inventory:${environment}`;

export async function storedInventory(environment: Environment): Promise<Inventory> {
  const name = nameIn(environment);
  const stored = v.safeParse(inventory, (await browser.storage.local.get(name))[name]);
  return stored.success ? stored.output : nothing;
}

export async function storeInventory(environment: Environment, changed: Inventory): Promise<void> {
  await browser.storage.local.set({ [nameIn(environment)]: changed });
}

export async function dropInventory(environment: Environment): Promise<void> {
  await browser.storage.local.remove(nameIn(environment));
}
