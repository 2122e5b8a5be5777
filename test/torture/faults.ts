import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openWorkshop, type Workshop } from '../bench/workshop.ts';
import type { Outcome } from './outcome.ts';
import {
  inspect,
  leftovers,
  nextStart,
  openShop,
  type Shop,
  type ShopSize,
  type State,
  sizeInWords,
  startApply,
} from './shop.ts';

/** Errors of a file call. With `short`, half of a write succeeds before the disk is full; with `SIGKILL`, the process dies. */
export const faultKinds = [
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EACCES',
  'EROFS',
  'EPERM',
  'EBUSY',
  'EINTR',
  'short',
  'SIGKILL',
] as const;

export type FaultKind = (typeof faultKinds)[number];

const preload = resolve(import.meta.dirname, 'fail-call.cjs');

function injection({ dir }: Workshop, at: number, code: string): NodeJS.ProcessEnv {
  const root = dirname(dir);
  return {
    NODE_OPTIONS: `--require=${preload}`,
    FAIL_AT: String(at),
    FAIL_CODE: code,
    FAIL_UNDER: root,
    FAIL_CALLS: join(root, 'calls'),
  };
}

/** The names of the file calls that a run with `injection` made. */
async function callsOf({ dir }: Workshop): Promise<string[]> {
  return (await readFile(join(dirname(dir), 'calls'), 'utf8')).split('\n').filter(Boolean);
}

/** Which calls are made to fail; for an error that only writes can have, the numbers count writes. */
function placesFor(kind: FaultKind, calls: readonly string[], step: number): number[] {
  const befallen = kind === 'short' ? calls.filter((name) => /^(?:write|append)/.test(name)) : calls;
  return befallen.map((_, index) => index + 1).filter((at) => (at - 1) % step === 0);
}

interface Ended {
  readonly status: number | undefined;
  readonly stderr: string;
  readonly straight: State;
}

/** What is wrong with the result of a run with a fault. */
function misreported({ status, stderr, straight }: Ended, kind: FaultKind): string[] {
  if (kind === 'SIGKILL') return straight === 'torn' ? ['torn'] : [];
  const wrong: string[] = [];
  if (status === 0 && straight !== 'new') wrong.push('success without the key');
  if (status === 3 && straight !== 'old') wrong.push('refused, yet something changed');
  if (status !== 0 && status !== 3) wrong.push('neither done nor refused');
  if (status !== 0 && !stderr.startsWith('cle: ')) wrong.push('no clear error');
  if (/^ +at /m.test(stderr)) wrong.push('a stack trace');
  return wrong;
}

/** One apply with a fault: its status must match the files, and the next start must clean up. */
async function failOnce(shop: Shop, at: number, kind: FaultKind): Promise<{ shop: Shop; broken: string[] }> {
  const { ended, next, stderr } = startApply(shop, injection(shop.workshop, at, kind));
  const status = await ended;
  const straight = await inspect(shop, next);
  if (straight === 'mixed' || (await leftovers(shop)).length > 0) await nextStart(shop);
  const state = await inspect(shop, next);
  const wrong = misreported({ status, stderr: stderr(), straight }, kind);
  if (state !== 'old' && state !== 'new') wrong.push('neither old nor new');
  wrong.push(...(await leftovers(shop)).map((name) => `left ${name}`));
  const where = `call ${at} with ${kind}, status ${status}, ${straight} then ${state}`;
  return {
    shop: state === 'new' ? { ...shop, value: next } : shop,
    broken: wrong.map((what) => `${where}: ${what}`),
  };
}

/** An apply without a fault: the shop after it, and the names of its file calls. */
async function watchApply(shop: Shop): Promise<[Shop, string[]]> {
  const { ended, next, stderr } = startApply(shop, injection(shop.workshop, 0, ''));
  if ((await ended) !== 0) throw new Error(`an undisturbed apply failed: ${stderr()}`);
  return [{ ...shop, value: next }, await callsOf(shop.workshop)];
}

/**
 * Makes each file call of `cle apply` fail in turn, with each kind of error.
 *
 * @param step 1 for every call; n for every nth
 */
export async function failCalls(kinds: readonly FaultKind[], step: number, size: ShopSize): Promise<Outcome> {
  const workshop = await openWorkshop();
  const broken: string[] = [];
  let tries = 0;
  try {
    let [shop, calls] = await watchApply(await openShop(workshop, size));
    for (const kind of kinds) {
      for (const at of placesFor(kind, calls, step)) {
        const result = await failOnce(shop, at, kind);
        shop = result.shop;
        broken.push(...result.broken);
        tries++;
      }
    }
    const seen = `${calls.length} file calls × ${kinds.join(', ')}`;
    const attack = `a failing file call${step > 1 ? `, every ${step}th` : ''}, ${sizeInWords(size)}`;
    return { attack, tries, seen, broken };
  } finally {
    await workshop.remove();
  }
}

/** A crash, then a fault while the next start cleans up: after the start that follows, all files must be old or all new. */
async function failTidying(
  shop: Shop,
  crashAt: number,
  at: number,
  kind: FaultKind,
): Promise<{ shop: Shop; broken: string[]; hit: boolean }> {
  const { ended, next } = startApply(shop, injection(shop.workshop, crashAt, 'SIGKILL'));
  await ended;
  const status = await nextStart(shop, injection(shop.workshop, at, kind));
  const hit = (await callsOf(shop.workshop)).length >= at;
  await nextStart(shop);
  const state = await inspect(shop, next);
  const where = `crash at call ${crashAt}, then call ${at} with ${kind}, status ${status}, ${state}`;
  const wrong = (await leftovers(shop)).map((name) => `left ${name}`);
  if (state !== 'old' && state !== 'new') wrong.push('neither old nor new');
  return {
    shop: state === 'new' ? { ...shop, value: next } : shop,
    broken: wrong.map((what) => `${where}: ${what}`),
    hit,
  };
}

/**
 * Crashes `cle apply` at a call, then makes a call of the next start fail.
 *
 * @param step between the calls at which the apply crashes; a third of it between the calls that then fail
 */
export async function failRecovery(
  kinds: readonly FaultKind[],
  step: number,
  size: ShopSize,
): Promise<Outcome> {
  const workshop = await openWorkshop();
  const broken: string[] = [];
  let tries = 0;
  try {
    let [shop, calls] = await watchApply(await openShop(workshop, size));
    const first = calls.indexOf('sync');
    for (let crashAt = first; crashAt <= calls.length; crashAt += step) {
      for (const kind of kinds) {
        let hit = true;
        for (let at = 1; hit; at += Math.ceil(step / 3)) {
          const result = await failTidying(shop, crashAt, at, kind);
          ({ shop, hit } = result);
          broken.push(...result.broken);
          tries++;
        }
      }
    }
  } finally {
    await workshop.remove();
  }
  const seen = `crashes at every ${step}th call × a failing call of the next start × ${kinds.join(', ')}`;
  return { attack: `a failing file call after a crash, ${sizeInWords(size)}`, tries, seen, broken };
}
