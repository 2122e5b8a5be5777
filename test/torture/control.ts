import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWorkshop } from '../bench/workshop.ts';

const size = 256 * 1024;

/** Counts how often a kill tears a file that a plain `writeFileSync` writes: a harness that finds none is blind. */
export async function countNaiveTears(kills: number): Promise<number> {
  const workshop = await openWorkshop();
  const path = join(workshop.dir, 'naive.txt');
  let torn = 0;
  try {
    for (let round = 0; round < kills; round++) {
      await writeFile(path, '0'.repeat(size));
      const child = spawn(process.execPath, [resolve(import.meta.dirname, 'naive.mjs'), path]);
      await wait(randomInt(60, 100));
      child.kill('SIGKILL');
      await new Promise((done) => child.on('close', done));
      const text = await readFile(path, 'utf8');
      if (text.length !== size || new Set(text).size !== 1) torn++;
    }
    return torn;
  } finally {
    await workshop.remove();
  }
}
