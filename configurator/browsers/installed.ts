import { type Browser, browsers } from './browsers.ts';
import { isInstalled } from './locate.ts';
import type { Machine } from './machine.ts';
import { sandboxesOf } from './sandboxes.ts';

/** The browsers that this user has used or can start, those in a sandbox included. */
export async function findInstalled(machine: Machine): Promise<Browser[]> {
  const installed = await Promise.all(
    browsers.map(
      async (each) => (await isInstalled(each, machine)) || (await sandboxesOf(each, machine)).length > 0,
    ),
  );
  return browsers.filter((_, index) => installed[index]);
}
