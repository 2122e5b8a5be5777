import { randomInt } from 'node:crypto';
import { watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWorkshop, type Workshop } from '../bench/workshop.ts';
import type { Outcome } from './outcome.ts';
import {
  inspect,
  leftovers,
  nextStart,
  openShop,
  type Shop,
  type ShopSize,
  sizeInWords,
  startApply,
} from './shop.ts';

/** Measures how long one undisturbed apply takes, so that kills fall inside it. */
async function usualTime(shop: Shop): Promise<[Shop, number]> {
  const start = performance.now();
  const { ended, next, stderr } = startApply(shop);
  if ((await ended) !== 0) throw new Error(`an undisturbed apply failed: ${stderr()}`);
  return [{ ...shop, value: next }, performance.now() - start];
}

/** In milliseconds: a little more than an apply takes once it holds the lock. */
const writing = 60;
/** How many more kills are tried if none has hit a write: a few may all miss it, especially on a busy machine. */
const patience = 200;

/** Waits until a process creates its lock file. */
async function lockTaken({ state }: Workshop): Promise<void> {
  const watcher = watch(join(state, 'locks'), { persistent: false });
  await new Promise((taken) => watcher.once('change', taken));
  watcher.close();
}

/** Kills `cle apply` with SIGKILL at random moments and checks the files, before and after the next start. */
export async function kill(kills: number, size: ShopSize): Promise<Outcome> {
  const workshop = await openWorkshop();
  const broken: string[] = [];
  let [hit, finished] = [0, 0];
  try {
    let [shop, usual] = await usualTime(await openShop(workshop, size));
    for (let round = 1; round <= kills || (hit === 0 && round <= kills + patience); round++) {
      // Each run registers the project anew, so that this can be killed too.
      await rm(join(workshop.state, 'projects.json'), { force: true });
      const { child, ended, next } = startApply(shop);
      // Half at any moment, half while the files change, which is a small part of the time.
      if (round % 2 === 0) await wait(randomInt(Math.ceil(usual * 0.3), Math.ceil(usual * 1.1)));
      else await Promise.race([ended, lockTaken(workshop).then(() => wait(randomInt(writing + round)))]);
      child.kill('SIGKILL');
      const status = await ended;
      const [straight, left] = [await inspect(shop, next), await leftovers(shop)];
      if (left.length > 0) {
        hit++;
        await nextStart(shop);
      }
      const state = await inspect(shop, next);
      const where = `kill ${round}, status ${status}, ${straight} then ${state}`;
      if (straight === 'torn') broken.push(`${where}: torn`);
      if (state !== 'old' && state !== 'new') broken.push(`${where}: neither old nor new`);
      if ((status === 0 || straight === 'new') && state !== 'new') broken.push(`${where}: lost`);
      broken.push(...(await leftovers(shop)).map((name) => `${where}: left ${name}`));
      if (state === 'new') {
        finished++;
        shop = { ...shop, value: next };
      }
    }
    if (hit === 0) broken.push('no kill hit a write: the harness is blind');
  } finally {
    await workshop.remove();
  }
  const seen = `${hit} left work for the next start, ${finished} ended with the new key, all others with the old one`;
  return { attack: `kill -9 at a random moment, ${sizeInWords(size)}`, tries: kills, seen, broken };
}
