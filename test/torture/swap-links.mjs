// Swaps a folder and a file of a project for symbolic links out of it and back, at moments that nobody can foresee.
import { randomInt } from 'node:crypto';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [project = '', outside = ''] = process.argv.slice(2);
let stopped = false;
process.on('SIGTERM', () => {
  stopped = true;
});

/**
 * Long pauses let the writer come as far as it may; no pause is what catches it between two of its calls.
 *
 * @param {number} longest milliseconds
 */
async function pause(longest) {
  if (randomInt(2) === 0) await wait(randomInt(longest));
}

/** @param {string} name */
async function swapOnce(name) {
  const path = join(project, name);
  const aside = join(outside, `../aside-${name}`);
  renameSync(path, aside);
  try {
    symlinkSync(join(outside, name), path);
  } catch {
    // The writer has put a file there meanwhile.
  }
  await pause(3);
  rmSync(path, { force: true });
  renameSync(aside, path);
  await pause(20);
}

process.stdout.write('begun\n');
while (!stopped) {
  await swapOnce('lib');
  await swapOnce('.env');
}
