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

const good = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

function counts(report: object) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return testCounts(file);
}

it('counts what passed', () => {
  expect(counts(good)).toEqual({ passed: 3, failed: 0, lines: [] });
});

it('counts tests that failed, were skipped or are not written yet as failed', () => {
  expect(counts({ ...good, success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })).toEqual(
    { passed: 3, failed: 4, lines: [] },
  );
});

it('counts a run that failed outside every test', () => {
  expect(counts({ ...good, success: false })).toEqual({ passed: 3, failed: 1, lines: [] });
});

it('counts a missing or invalid report as a failure', () => {
  expect(testCounts(join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 });
  expect(counts({})).toMatchObject({ passed: 0, failed: 1 });
});

it('adds up', () => {
  expect(
    total([
      { passed: 1, failed: 2, lines: ['one'] },
      { passed: 3, failed: 4, lines: ['two'] },
    ]),
  ).toEqual({ passed: 4, failed: 6, lines: ['one', 'two'] });
});

it('names failed tests, by file, with the first line of their message', () => {
  const test = (status: string, fullName: string, failureMessages: string[]) => ({
    status,
    fullName,
    failureMessages,
  });
  const named = (name: string, assertionResults: object[], message = '') => ({
    name: join(process.cwd(), name),
    message,
    assertionResults,
  });
  const testResults = [
    named('test/one.test.ts', [
      test('passed', 'adds', []),
      test('failed', 'sums up', ['Error: 1 is not 2\n  at …']),
      test('pending', 'waits', []),
    ]),
    named('test/two.test.ts', [], 'Error: cannot load'),
  ];
  expect(counts({ ...good, testResults }).lines).toEqual([
    'test/one.test.ts: sums up: Error: 1 is not 2',
    'test/one.test.ts: waits: pending',
    'test/two.test.ts: Error: cannot load',
  ]);
});
