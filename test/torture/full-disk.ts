import { applyCommand, openWorkshop } from '../bench/workshop.ts';
import type { Outcome } from './outcome.ts';
import {
  inspect,
  largestFile,
  leftovers,
  nextStart,
  openShop,
  type ShopSize,
  sizeInWords,
  startApply,
} from './shop.ts';

/**
 * Limits the size of the files that `cle apply` writes, so that the kernel itself makes short writes and then refuses, as on
 * a full disk.
 *
 * @param step bytes between the sizes, from nothing to more than the largest file
 */
export async function fillDisk(step: number, shopSize: ShopSize): Promise<Outcome> {
  const workshop = await openWorkshop();
  const broken: string[] = [];
  const statuses = new Map<number | undefined, number>();
  let tries = 0;
  try {
    let shop = await openShop(workshop, shopSize);
    const largest = await largestFile(shop);
    for (let size = 0; size <= largest + step; size += step) {
      const limited = ['prlimit', `--fsize=${size}`, ...applyCommand(workshop.dir)] as const;
      const { ended, next, stderr } = startApply(shop, {}, [], limited);
      const status = await ended;
      const straight = await inspect(shop, next);
      if ((await leftovers(shop)).length > 0) await nextStart(shop);
      const state = await inspect(shop, next);
      const where = `files of ${size} bytes at most, status ${status}, ${straight} then ${state}`;
      if (status !== 0 && status !== 3) broken.push(`${where}: neither done nor refused, ${stderr()}`);
      if (straight !== (status === 0 ? 'new' : 'old')) broken.push(`${where}: the status does not say so`);
      if (state !== straight) broken.push(`${where}: the next start changed it`);
      broken.push(...(await leftovers(shop)).map((name) => `${where}: left ${name}`));
      if (state === 'new') shop = { ...shop, value: next };
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      tries++;
    }
    if (!statuses.get(0) || !statuses.get(3))
      broken.push('the limit did not hit, or always did: the harness is blind');
  } finally {
    await workshop.remove();
  }
  const seen = `${statuses.get(3) ?? 0} refused, ${statuses.get(0) ?? 0} done`;
  return {
    attack: `short writes of the kernel, then a full disk, ${sizeInWords(shopSize)}`,
    tries,
    seen,
    broken,
  };
}
