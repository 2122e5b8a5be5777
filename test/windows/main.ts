// `npm run windows`: the shipped program under the real Node of Windows, which Wine runs. Sets up what is missing; the last
// line says `N passed, N failed`. The table in `configurator/docs/using-cle.md` says what this shows and what it cannot. `npm
// run windows -- doctor` runs only the steps with that in their name, and no unit test.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { bundle } from '../../configurator/build.ts';
import { unitTests } from './unit.ts';
import { driveC, endWindows, ensureWindows, nodeFolder, nodes, runInWindows } from './wine.ts';

const root = resolve(import.meta.dirname, '../..');
const home = join(driveC, 'Users/Hélène');
/** The program that runs the steps. */
const own = join(driveC, 'cle');
const program = join(home, 'AppData/Roaming/npm/node_modules/cle-en-main/.output/configurator');

/** The result of one step. */
export interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** Why it failed, or was skipped. */
  readonly why?: string | undefined;
}

const [only = ''] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  ensureWindows(print);
  const outcomes: Outcome[] = [];
  try {
    for (const version of nodes) outcomes.push(...(await steps(version)));
    if (only === '') outcomes.push(...unitTests(nodes[0], root));
  } finally {
    endWindows();
  }
  for (const outcome of outcomes) print(row(outcome));
  const total = (of: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[of], 0);
  print(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

function row({ name, seconds, passed, failed, why }: Outcome): string {
  const word = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'skipped';
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  return `${word.padEnd(8)}${String(seconds).padStart(4)} s  ${name}${counts}${why ? `: ${why}` : ''}`;
}

/** The commands, as a person would type them, each time with a new home folder. */
async function steps(version: string): Promise<Outcome[]> {
  print(`trying the commands under Node ${version} of Windows …`);
  for (const folder of [home, own]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(own);
  mkdirSync(join(home, 'AppData/Local/Temp'), { recursive: true });
  await bundle(program);
  cpSync(join(root, 'package.json'), join(program, '../../package.json'));
  await build({
    entryPoints: [join(import.meta.dirname, 'inside/main.ts')],
    outfile: join(own, 'inside.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const report = join(own, 'report.json');
  const words = [`${nodeFolder(version)}\\node.exe`, 'C:\\cle\\inside.cjs', 'C:\\cle\\report.json', only];
  const { status, output } = runInWindows(words, { longest: 20 * 60_000 });
  const found = outcomesIn(report).map(({ name, why, seconds }) => ({
    name: `Node ${version}: ${name}`,
    seconds,
    passed: why === undefined ? 1 : 0,
    failed: why === undefined ? 0 : 1,
    why,
  }));
  if (status === 0) return found;
  const why = `ended with ${status}: ${output.slice(-2000)}`;
  return [...found, { name: `Node ${version}: all steps`, seconds: 0, passed: 0, failed: 1, why }];
}

function outcomesIn(report: string): { name: string; why?: string; seconds: number }[] {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return [];
  }
}

await main();
