import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkshop, type Workshop } from '../bench/workshop.ts';
import { entryOf, sharedFiles, type WriterReport } from './crowd-files.ts';
import type { Outcome } from './outcome.ts';
import { type Manner, runWriter } from './run-writer.ts';
import { temporaryFiles } from './temporary-files.ts';

interface Size {
  readonly writers: number;
  /** Edits of each writer. */
  readonly turns: number;
}

/** One writer in so many plans before it holds the lock, and so competes with all others. */
const oneOptimisticIn = 8;

/** Lets processes edit entries of the same files at the same time: every edit must be kept. */
export async function crowd(size: Size): Promise<Outcome> {
  const mannerOf = (index: number) => (index % oneOptimisticIn === 0 ? 'optimistic' : 'under-lock');
  const { reports, broken } = await runCrowd(size, mannerOf);
  const lost = reports.reduce((sum, report) => sum + report.lost, 0);
  const refusals = reports.reduce((sum, report) => sum + report.refusals, 0);
  return {
    attack: `${size.writers} processes that write at once`,
    tries: size.writers * size.turns,
    seen: `${lost} lost updates; ${refusals} plans refused as a file had changed, and made again`,
    broken,
  };
}

/** Control of `crowd`: writers without a lock must lose updates. */
export async function naiveCrowd(size: Size): Promise<Outcome> {
  const { broken } = await runCrowd(size, () => 'naive');
  return {
    attack: `control: ${size.writers} naive writers at once`,
    tries: size.writers * size.turns,
    seen: `${broken.length} signs of lost updates`,
    broken: broken.length > 0 ? [] : ['naive writers lost nothing: the harness is blind'],
  };
}

async function runCrowd({ writers, turns }: Size, mannerOf: (index: number) => Manner) {
  const workshop = await openWorkshop();
  try {
    const names = Array.from({ length: writers }, (_, index) => String.fromCodePoint(65 + index));
    for (const [file, text] of Object.entries(sharedFiles(names))) await workshop.write(file, text);
    const ended = names.map((name, index) => runWriter(workshop, name, turns, mannerOf(index)));
    const results = await Promise.all(ended);
    const reports = results.filter((result) => typeof result !== 'string');
    const failures = results.filter((result) => typeof result === 'string');
    const checked = mannerOf(0) === 'naive' ? ['.env'] : Object.keys(sharedFiles(names));
    return { reports, broken: [...failures, ...(await lostIn(workshop, reports, checked))] };
  } finally {
    await workshop.remove();
  }
}

async function lostIn(
  { dir, state }: Workshop,
  reports: readonly WriterReport[],
  files: readonly string[],
): Promise<string[]> {
  const broken = reports.flatMap(({ name, lost }) => (lost > 0 ? [`writer ${name} lost ${lost} edits`] : []));
  for (const file of files) {
    const lines = (await readFile(join(dir, file), 'utf8')).split('\n');
    for (const { name, last } of reports) {
      const kept = lines.some((line) => line.trim().startsWith(entryOf(name)) && line.includes(last));
      if (!kept) broken.push(`the last edit of writer ${name} is not in ${file}`);
    }
  }
  return [...broken, ...(await temporaryFiles(dir, state)).map((name) => `left ${name}`)];
}
