import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openWorkshop } from '../bench/workshop.ts';
import { inspect, nextStart, openShop, type Shop, startApply, strays } from './shop.ts';

export interface KillCounts {
  readonly kills: number;
  /** After the kill, before anything else ran. */
  readonly torn: number;
  /** After the next start of any command. */
  readonly notWhole: number;
  readonly strays: string[];
  readonly finished: number;
}

/** Says how long one undisturbed apply takes, so that kills fall inside it. */
async function usualTime(shop: Shop): Promise<[Shop, number]> {
  const start = performance.now();
  const { ended, next, said } = startApply(shop);
  if ((await ended) !== 0) throw new Error(`an undisturbed apply failed: ${said()}`);
  return [{ ...shop, value: next }, performance.now() - start];
}

/** Kills `cle apply` with SIGKILL at random moments and looks at the files, before and after the next start. */
export async function countKills(kills: number): Promise<KillCounts> {
  const workshop = await openWorkshop();
  const counts = { kills, torn: 0, notWhole: 0, strays: [] as string[], finished: 0 };
  try {
    let [shop, usual] = await usualTime(await openShop(workshop));
    for (let round = 0; round < kills; round++) {
      const { child, ended, next } = startApply(shop);
      await wait(randomInt(Math.ceil(usual * 0.4), Math.ceil(usual * 1.05)));
      child.kill('SIGKILL');
      await ended;
      if ((await inspect(shop, next)) === 'torn') counts.torn++;
      await nextStart(shop);
      const state = await inspect(shop, next);
      if (state === 'torn' || state === 'mixed') counts.notWhole++;
      if (state === 'new') {
        counts.finished++;
        shop = { ...shop, value: next };
      }
      counts.strays.push(...(await strays(shop)));
    }
    return counts;
  } finally {
    await workshop.remove();
  }
}
