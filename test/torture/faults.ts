import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openWorkshop } from '../bench/workshop.ts';
import { inspect, nextStart, openShop, type Shop, startApply, strays } from './shop.ts';

export const faultKinds = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EROFS', 'EPERM', 'EBUSY', 'EINTR'] as const;

export interface FaultCounts {
  /** File calls of one undisturbed apply, in the project and in the state folder. */
  readonly calls: number;
  readonly injected: number;
  /** What broke a promise: which call, which error, what was seen. Must be empty. */
  readonly broken: string[];
}

const preload = resolve(import.meta.dirname, 'fail-call.cjs');

function injection(shop: Shop, at: number, code: string): NodeJS.ProcessEnv {
  const root = dirname(shop.workshop.dir);
  return {
    NODE_OPTIONS: `--require=${preload}`,
    FAIL_AT: String(at),
    FAIL_CODE: code,
    FAIL_UNDER: root,
    FAIL_COUNT: join(root, 'count'),
  };
}

/** One apply with one failing call: the status must fit what the files then hold. */
async function failOnce(shop: Shop, at: number, code: string): Promise<{ shop: Shop; broken: string[] }> {
  const { ended, next, said } = startApply(shop, injection(shop, at, code));
  const status = await ended;
  const straight = await inspect(shop, next);
  await nextStart(shop);
  const state = await inspect(shop, next);
  const where = `call ${at} with ${code}, status ${status}, ${straight} then ${state}`;
  const broken: string[] = [];
  if (state !== 'old' && state !== 'new') broken.push(`${where}: neither old nor new`);
  if (status === 0 && straight !== 'new') broken.push(`${where}: success without the key`);
  if (status === 3 && straight !== 'old') broken.push(`${where}: refused, yet something changed`);
  if (status !== 0 && !said().startsWith('cle: ')) broken.push(`${where}: no clear error`);
  if (status !== 0 && status !== 3) broken.push(`${where}: neither done nor refused`);
  broken.push(...(await strays(shop)).map((name) => `${where}: left ${name}`));
  return { shop: state === 'new' ? { ...shop, value: next } : shop, broken };
}

/**
 * Fails each file call of an apply in turn, with each kind of error.
 *
 * @param step 1 for every call; n for every nth
 */
export async function countFaults(kinds: readonly string[], step: number): Promise<FaultCounts> {
  const workshop = await openWorkshop();
  const broken: string[] = [];
  let injected = 0;
  try {
    let shop = await openShop(workshop);
    const { ended, next } = startApply(shop, injection(shop, 0, ''));
    await ended;
    shop = { ...shop, value: next };
    const calls = Number(await readFile(join(dirname(workshop.dir), 'count'), 'utf8'));
    for (const code of kinds) {
      for (let at = 1; at <= calls; at += step) {
        const result = await failOnce(shop, at, code);
        shop = result.shop;
        broken.push(...result.broken);
        injected++;
      }
    }
    return { calls, injected, broken };
  } finally {
    await workshop.remove();
  }
}
