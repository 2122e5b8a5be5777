import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const report = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

/**
 * Counts vitest's own report. A test that is skipped or not written yet counts as failed, for nobody would miss it; so
 * does a run that failed although no test did: a file that could not be loaded, an error outside every test.
 *
 * @param file what vitest's `json` reporter wrote; a missing one is one failure
 */
export function testCounts(file: string): Counts {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), report), textOf(file));
  if (!read.success) return { passed: 0, failed: 1 };
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read.output;
  const failed = numFailedTests + numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: success ? failed : Math.max(1, failed) };
}

/** Adds up. */
export function total(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
