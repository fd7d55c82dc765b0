/** `npm run check`: everything that needs no browser. */
import { staticChecks } from './static-checks.ts';

const failed = await staticChecks([
  ['unit tests', 'vitest run --project unit --project workshop --reporter=dot'],
]);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
