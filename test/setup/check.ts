// `npm test`: sets up what is missing, then checks everything. Every check runs, whatever failed before it. The names of the
// failed tests are printed at the end, and the last line says `N passed, N failed`: each test counts, and each of the other
// checks counts as one. With `--all`, every sweep is run in full; otherwise a sample of each, chosen by a seed that is
// printed and can be set.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedVariable, wholeVariable } from '../sample.ts';
import { ensureBrowser } from './browsers.ts';
import { type Counts, testCounts, total } from './counts.ts';
import { npmScript, npmScriptBeside } from './npm-script.ts';
import { ensurePeers } from './peers.ts';
import { chooseSeed } from './seed.ts';

if (process.argv.includes('--all')) process.env[wholeVariable] = '1';
const isWhole = process.env[wholeVariable] === '1';
const print = (line: string) => process.stdout.write(`${line}\n`);

const checks: Readonly<Record<string, () => Promise<Counts> | Counts>> = {
  'programs that read back': () => asOne(() => ensurePeers(print)),
  Chromium: () => asOne(() => ensureBrowser('chromium', print)),
  Firefox: () => asOne(() => ensureBrowser('firefox', print)),
  build: () => script('build'),
  format: () => script('lint'),
  types: () => script('types'),
  'unused code': () => script('unused'),
  tests,
};

async function main(): Promise<void> {
  const taken = isWhole ? 'every sweep in full' : 'a part of each sweep; npm run test:all takes them in full';
  const sweeps = `${seedVariable}=${chooseSeed()}, ${taken}`;
  print(sweeps);
  const outcomes: { name: string; counts: Counts; seconds: number }[] = [];
  for (const [name, check] of Object.entries(checks)) {
    print(`\n== ${name}`);
    const start = performance.now();
    const counts = await check();
    outcomes.push({ name, counts, seconds: Math.round((performance.now() - start) / 1000) });
  }
  print(`\n${sweeps}`);
  for (const { name, counts, seconds } of outcomes) {
    print(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s`);
  }
  const { passed, failed, lines } = total(outcomes.map(({ counts }) => counts));
  for (const line of lines) print(`  ${line}`);
  print(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function asOne(work: () => unknown): Promise<Counts> {
  try {
    await work();
    return { passed: 1, failed: 0, lines: [] };
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, lines: [] };
  }
}

function script(name: string): Counts {
  return npmScript(name) ? { passed: 1, failed: 0, lines: [] } : { passed: 0, failed: 1, lines: [] };
}

/** The two kinds run in parallel: browsers often leave the processor idle. */
async function tests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'cle-report-'));
  const run = async (project: string, output: 'at once' | 'in one piece') => {
    const report = join(folder, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    await npmScriptBeside(output, 'vitest', '--project', project, ...reporters);
    return testCounts(report);
  };
  try {
    return total(await Promise.all([run('e2e', 'at once'), run('unit', 'in one piece')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
