import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testCounts, total } from './counts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const good = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

function counts(report: object) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return testCounts(file);
}

it('counts what passed', () => {
  expect(counts(good)).toEqual({ passed: 3, failed: 0 });
});

it('counts what failed, was skipped or is not written yet as failed', () => {
  expect(counts({ ...good, success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })).toEqual(
    { passed: 3, failed: 4 },
  );
});

it('counts a run that failed outside every test', () => {
  expect(counts({ ...good, success: false })).toEqual({ passed: 3, failed: 1 });
});

it('counts a report that is missing, or is none, as a failure', () => {
  expect(testCounts(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  expect(counts({})).toEqual({ passed: 0, failed: 1 });
});

it('adds up', () => {
  expect(
    total([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
