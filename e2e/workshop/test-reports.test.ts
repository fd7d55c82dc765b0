import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './test-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'test-reports-'));
const path = join(folder, 'report.json');
const write = (report: unknown) => writeFileSync(path, JSON.stringify(report));
vi.spyOn(console, 'error').mockReturnValue();
afterAll(() => rmSync(folder, { recursive: true }));

const file = { status: 'failed', assertionResults: [] };

describe('A report', () => {
  it('of Vitest counts a file that could not be loaded as one failure', () => {
    write({ numPassedTests: 3, numFailedTests: 1, testResults: [file] });
    expect(readVitestReport(path)).toEqual({ passed: 3, failed: 2 });
  });

  it('of Playwright counts a flaky test and an error outside tests as failures', () => {
    write({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: ['no tests found'] });
    expect(readPlaywrightReport(path)).toEqual({ passed: 5, failed: 3 });
  });

  it('without a single test is a failure', () => {
    write({ numPassedTests: 0, numFailedTests: 0, testResults: [] });
    expect(readVitestReport(path)).toEqual({ passed: 0, failed: 1 });
  });

  it('that is missing or not JSON is a failure', () => {
    expect(readPlaywrightReport(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
    writeFileSync(path, '<html>');
    expect(readVitestReport(path)).toEqual({ passed: 0, failed: 1 });
  });
});
