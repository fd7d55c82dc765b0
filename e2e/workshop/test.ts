/** `npm test`: everything. Ends with one line, `N passed, N failed`, and exits 1 unless all passed. */
import { rmSync } from 'node:fs';
import { runStep } from './run-step.ts';
import { staticChecks } from './static-checks.ts';
import { readPlaywrightReport, readVitestReport } from './test-reports.ts';

const results = 'e2e/.results';
rmSync(results, { recursive: true, force: true });

const failedSteps: string[] = [];
async function step(name: string, command: string) {
  if (!(await runStep(name, command, { isLive: true }))) failedSteps.push(name);
}

await step('Chromium', 'jiti e2e/workshop/install-chromium.ts');
failedSteps.push(...(await staticChecks()));
await step('build', 'vite build --logLevel warn');
await step('size', 'jiti e2e/workshop/size.ts');
const vitest = `${results}/vitest.json`;
await step(
  'unit, backend and component tests',
  `vitest run --reporter=default --reporter=json --outputFile.json=${vitest}`,
);
await step('end-to-end tests', 'playwright test');
await step('library', 'jiti e2e/embed/build-hosts.ts');
await step('library tests', 'playwright test --config e2e/embed --grep @smoke');

const counts = [
  readVitestReport(vitest),
  readPlaywrightReport(`${results}/playwright.json`),
  readPlaywrightReport(`${results}/embed/report.json`),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
// The report of a test runner counts its own failures; any other failed step counts as one.
const otherFailures = failedSteps.filter((name) => !name.endsWith('tests')).length;
const isGreen = failedSteps.length === 0 && failed === 0;
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`);
console.log(`${passed} passed, ${isGreen ? 0 : Math.max(1, failed + otherFailures)} failed`);
process.exitCode = isGreen ? 0 : 1;
