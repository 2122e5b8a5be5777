import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWorkshop } from '../bench/workshop.ts';
import type { Outcome } from './outcome.ts';

const size = 256 * 1024;

/** Control of `kill`: a kill must tear files that a plain `writeFileSync` writes. A harness that sees none would detect nothing. */
export async function tearNaively(kills: number): Promise<Outcome> {
  const workshop = await openWorkshop();
  const path = join(workshop.dir, 'naive.txt');
  let torn = 0;
  try {
    for (let round = 0; round < kills; round++) {
      await writeFile(path, '0'.repeat(size));
      const child = spawn(process.execPath, [resolve(import.meta.dirname, 'naive.mjs'), path]);
      const closed = new Promise((done) => child.on('close', done));
      await new Promise((begun) => child.stdout.once('data', begun));
      await wait(randomInt(0, 20));
      child.kill('SIGKILL');
      await closed;
      const text = await readFile(path, 'utf8');
      if (text.length !== size || new Set(text).size !== 1) torn++;
    }
  } finally {
    await workshop.remove();
  }
  const broken = torn > 0 ? [] : ['no file of the naive writer was torn: the harness is blind'];
  return { attack: 'control: kill -9 of a naive writer', tries: kills, seen: `${torn} torn`, broken };
}
