import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** A line for each test that did not pass and has a name: its file, its full name, the start of its first message. */
  readonly lines: readonly string[];
}

const test = v.object({
  status: v.string(),
  fullName: v.string(),
  failureMessages: v.optional(v.array(v.string())),
});
const report = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(
    v.object({ name: v.string(), message: v.optional(v.string()), assertionResults: v.array(test) }),
  ),
});
type Report = v.InferOutput<typeof report>;

/**
 * Counts vitest's own report. A test that is skipped or not written yet counts as failed, as nobody would notice it
 * otherwise. So does a run that failed although no test did: a file that could not be loaded, an error outside every test.
 *
 * @param file what vitest's `json` reporter wrote; a missing one is one failure
 */
export function testCounts(file: string): Counts {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), report), textOf(file));
  if (!read.success) return { passed: 0, failed: 1, lines: [`no report of the tests in "${file}"`] };
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read.output;
  const failed = numFailedTests + numPendingTests + numTodoTests;
  return {
    passed: numPassedTests,
    failed: success ? failed : Math.max(1, failed),
    lines: read.output.testResults.flatMap(linesOf),
  };
}

function linesOf({ name, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(process.cwd(), name);
  const notPassed = assertionResults.filter(({ status }) => status !== 'passed');
  if (notPassed.length === 0) return message ? [`${file}: ${firstLine(message)}`] : [];
  return notPassed.map(
    ({ status, fullName, failureMessages }) =>
      `${file}: ${fullName}: ${firstLine(failureMessages?.[0] ?? status)}`,
  );
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0]?.slice(0, 300) ?? '';

/** Adds up. */
export function total(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { passed, failed, lines }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    lines: [...sum.lines, ...lines],
  }));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
