import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs, { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { processMark } from '../../../configurator/machine/claim.ts';
import { withLock } from '../../../configurator/machine/lock.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
const filesIn = (folder: string) => readdirSync(join(box.env['CLE_HOME'] ?? '', folder));
const put = (folder: string, name: string) => {
  mkdirSync(join(box.env['CLE_HOME'] ?? '', folder), { recursive: true });
  writeFileSync(join(box.env['CLE_HOME'] ?? '', folder, name), '');
};
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  box.remove();
});

/** Holds the lock until it is told to release it. */
async function holdIt(): Promise<() => void> {
  let letGo = () => {};
  const end = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await new Promise<void>((held) => {
    void withLock(() => {
      held();
      return end;
    });
  });
  return letGo;
}

it('serves waiting processes one by one, in the order of their arrival', async () => {
  const letGo = await holdIt();
  const served: number[] = [];
  let inside = 0;
  const waiting = [];
  for (let at = 0; at < 12; at += 1) {
    const serve = withLock(async () => {
      inside += 1;
      expect(inside, 'two hold the lock').toBe(1);
      served.push(at);
      await sleep(1);
      inside -= 1;
    });
    waiting.push(serve);
    await expect.poll(() => filesIn('queue').length).toBe(at + 1);
    await sleep(2); // tickets of one millisecond have no order
  }
  letGo();
  await Promise.all(waiting);
  expect(served).toEqual(waiting.map((_, at) => at));
  expect([filesIn('queue'), filesIn('locks')]).toEqual([[], []]);
});

it('checks twice: of two processes at once, neither takes it while the other may hold it', async () => {
  const child = spawn('sleep', ['60']);
  const other = `${child.pid}_${processMark(child.pid ?? 0)}_other`;
  const { openSync: open } = fs;
  let planted = false;
  // Another process creates its file between our first check and our own file.
  vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
    if (!planted && String(path).includes('/locks/')) {
      planted = true;
      put('locks', other);
    }
    return open(path, ...rest);
  });
  syncBuiltinESMExports();
  try {
    let holds = false;
    const ours = withLock(async () => {
      holds = true;
    });
    await expect.poll(() => planted).toBe(true);
    await sleep(200);
    expect(holds, 'two hold the lock').toBe(false);
    child.kill();
    await ours;
    expect(holds).toBe(true);
  } finally {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    child.kill();
  }
});

it('skips claims of processes that have died, and removes them', async () => {
  const { pid = 0 } = spawnSync('true');
  put('locks', `${pid}_1_dead`);
  put('queue', `1_${pid}_1_dead`);
  expect(await withLock(async () => 'served')).toBe('served');
  expect([filesIn('queue'), filesIn('locks')]).toEqual([[], []]);
});

it('does not wait for a process that has waited for too long', async () => {
  const child = spawn('sleep', ['60']);
  const owner = `${child.pid}_${processMark(child.pid ?? 0)}_forgotten`;
  put('queue', `${Date.now() - 40_000}_${owner}`);
  expect(await withLock(async () => 'served')).toBe('served');
  child.kill();
  await once(child, 'exit');
});

it('is refused where another process holds it for 30 seconds, and leaves the queue', async () => {
  const letGo = await holdIt();
  vi.useFakeTimers({ toFake: ['Date'] });
  const refused = withLock(async () => {});
  await expect.poll(() => filesIn('queue').length).toBe(1);
  vi.setSystemTime(Date.now() + 31_000);
  await expect(refused).rejects.toMatchObject({ code: 'busy' });
  expect(filesIn('queue')).toEqual([]);
  letGo();
});
