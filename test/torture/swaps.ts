import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openWorkshop, type Workshop } from '../bench/workshop.ts';
import { sharedFiles, type WriterReport } from './crowd-files.ts';
import type { Outcome } from './outcome.ts';
import { type Manner, runWriter } from './run-writer.ts';
import { temporaryFiles } from './temporary-files.ts';

const name = 'A';
const files = sharedFiles([name]);

/** Swaps a folder and a file of the project for links out of it while a key is written: nothing outside may change. */
export async function swapLinks(turns: number): Promise<Outcome> {
  const { report, events, broken } = await race(turns, 'racing');
  const wrong = [...broken, ...(events > 0 ? [`${events} changes outside the project`] : [])];
  const refused = typeof report === 'string' ? 0 : report.refusals;
  if (typeof report === 'string') wrong.push(report);
  if (refused === 0 || refused === turns) wrong.push(`${refused} refused: the harness is blind`);
  const seen = `${events} changes outside; ${refused} refused, ${turns - refused} written`;
  return { attack: 'symbolic links swapped in', tries: turns, seen, broken: wrong };
}

/** Control of `swapLinks`: a writer that uses the path must be led out of the project. */
export async function naiveSwaps(turns: number): Promise<Outcome> {
  const { events } = await race(turns, 'naive');
  return {
    attack: 'control: links swapped in for a naive writer',
    tries: turns,
    seen: `${events} changes outside`,
    broken: events > 0 ? [] : ['the naive writer stayed inside: the harness is blind'],
  };
}

async function race(turns: number, manner: Manner) {
  const workshop = await openWorkshop();
  const outside = join(dirname(workshop.dir), 'outside');
  try {
    for (const [file, text] of Object.entries(files)) {
      await workshop.write(file, text);
      await mkdir(dirname(join(outside, file)), { recursive: true });
      await writeFile(join(outside, file), text);
    }
    const watching = watchFor(outside);
    const report = await besideSwapper(workshop, outside, () => runWriter(workshop, name, turns, manner));
    const events = await watching();
    return { report, events, broken: [...(await changedOutside(outside)), ...(await leftBehind(workshop))] };
  } finally {
    await workshop.remove();
  }
}

/** Counts everything that is written, created, renamed or removed in a folder and its `lib`. @returns ends it and gives the count */
function watchFor(outside: string): () => Promise<number> {
  let events = 0;
  const watchers = [outside, join(outside, 'lib')].map((folder) => watch(folder, () => events++));
  return async () => {
    // Events that the kernel has queued arrive in the next turns of the event loop.
    await new Promise((done) => setTimeout(done, 100));
    for (const watcher of watchers) watcher.close();
    return events;
  };
}

async function besideSwapper(
  { dir }: Workshop,
  outside: string,
  run: () => Promise<WriterReport | string>,
): Promise<WriterReport | string> {
  const swapper = spawn(process.execPath, [resolve(import.meta.dirname, 'swap-links.mjs'), dir, outside]);
  const closed = new Promise((done) => swapper.on('close', done));
  try {
    await new Promise((begun) => swapper.stdout.once('data', begun));
    const report = await run();
    return swapper.exitCode === null ? report : 'the swapper ended before the writer: the harness is blind';
  } finally {
    swapper.kill();
    await closed;
  }
}

async function changedOutside(outside: string): Promise<string[]> {
  const broken: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    if ((await readFile(join(outside, file), 'utf8')) !== text) broken.push(`"${file}" outside was written`);
  }
  const known = new Set(['lib', ...Object.keys(files)]);
  const there = await readdir(outside, { recursive: true });
  return [
    ...broken,
    ...there.filter((found) => !known.has(found)).map((found) => `"${found}" was made outside`),
  ];
}

/** Once the swapper is gone the next write must succeed and leave nothing behind. */
async function leftBehind(workshop: Workshop): Promise<string[]> {
  const report = await runWriter(workshop, name, 1, 'under-lock');
  const left = await temporaryFiles(workshop.dir, workshop.state);
  return [...(typeof report === 'string' ? [report] : []), ...left.map((file) => `left ${file}`)];
}
