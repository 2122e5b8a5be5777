// `npm test`: sets up what is missing, then checks everything. Every check runs, whatever failed before it. The last line
// says `N passed, N failed`: each test counts, and each of the other checks counts as one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.ts';
import { type Counts, testCounts, total } from './counts.ts';
import { npmScript } from './npm-script.ts';
import { ensurePeers } from './peers.ts';

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
  const outcomes: { name: string; counts: Counts }[] = [];
  for (const [name, check] of Object.entries(checks)) {
    print(`\n== ${name}`);
    outcomes.push({ name, counts: await check() });
  }
  print('');
  for (const { name, counts } of outcomes) print(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  const { passed, failed } = total(outcomes.map(({ counts }) => counts));
  print(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function asOne(work: () => unknown): Promise<Counts> {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

function script(name: string): Counts {
  return npmScript(name) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'cle-report-'));
  const report = join(folder, 'report.json');
  try {
    npmScript('vitest', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
    return testCounts(report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
