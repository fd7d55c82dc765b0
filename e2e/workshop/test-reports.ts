import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** How many tests of one runner passed and failed. */
export interface TestCounts {
  passed: number;
  failed: number;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Reads Vitest's JSON report. A file that fails before its first test counts as one failure. */
export function readVitestReport(path: string): TestCounts {
  return read(path, vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.length === 0,
      ).length,
  }));
}

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** Reads Playwright's JSON report. A test that passed only on a retry counts as a failure. */
export function readPlaywrightReport(path: string): TestCounts {
  return read(path, playwrightReport, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }));
}

/**
 * A report that is missing, unreadable or without a test counts as a failure, because it proves
 * nothing.
 */
function read<const Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  count: (report: v.InferOutput<Schema>) => TestCounts,
): TestCounts {
  try {
    const counts = count(v.parse(schema, JSON.parse(readFileSync(path, 'utf8'))));
    return counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
  } catch (cause) {
    console.error(`No report could be read from ${path}: ${String(cause)}`);
    return { passed: 0, failed: 1 };
  }
}
