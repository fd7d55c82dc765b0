/** `npm run check`: everything that needs no browser. */
import { runStep } from './run-step.ts';
import { staticChecks } from './static-checks.ts';

const failed = await staticChecks();
if (!(await runStep('unit tests', 'vitest run --project unit --project workshop --reporter=dot')))
  failed.push('unit tests');
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
