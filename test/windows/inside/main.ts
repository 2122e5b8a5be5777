// Runs under the Node of Windows: runs one step after the other and writes the result of each, as JSON, into a file.
// As `scan` and `hold` it plays another program: one that has every file open for a moment, one that holds the lock.
import { closeSync, constants, openSync, readdirSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';
import { withLock } from '../../../configurator/machine/lock.ts';
import { browserSteps } from './browsers.ts';
import { fileSteps } from './files.ts';

/** libuv's flag for a file that nobody else may open in the meantime, as with some backups; scanners let others read and remove. */
const exclusive = 0x1000_0000;
const openFor = 20;

const [part = '', ...words] = process.argv.slice(2);

async function tryAll(report: string, only = ''): Promise<void> {
  const outcomes = [];
  const steps = Object.entries({ ...fileSteps, ...browserSteps });
  for (const [name, step] of steps.filter((each) => new RegExp(only).test(each[0]))) {
    const start = Date.now();
    let why: string | undefined;
    try {
      await step();
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
    outcomes.push({ name, why, seconds: Math.round((Date.now() - start) / 1000) });
    writeFileSync(report, JSON.stringify(outcomes));
  }
}

async function scan(folders: readonly string[]): Promise<never> {
  process.stdout.write('ready');
  for (let round = 0; ; round += 1) {
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => win32.join(parentPath, name)),
    );
    for (const file of files) await look(file, round % 2 === 0 ? exclusive : 0);
  }
}

async function look(file: string, flag: number): Promise<void> {
  try {
    const open = openSync(file, constants.O_RDONLY | flag);
    await new Promise((resolve) => setTimeout(resolve, openFor));
    closeSync(open);
  } catch {
    // It was just removed, or another program has it open.
  }
}

async function hold(): Promise<void> {
  await withLock(() => {
    process.stdout.write('held');
    return new Promise(() => setInterval(() => {}, 1000));
  });
}

void (part === 'scan'
  ? scan(words)
  : part === 'hold'
    ? hold()
    : tryAll(part, ...words).then(() => process.exit()));
