import { runStep } from './run-step.ts';

/**
 * Runs all checks that need no test runner, two at a time. Returns the names of those that failed.
 */
export async function staticChecks(): Promise<string[]> {
  const queue: [name: string, command: string][] = [
    ['types', 'tsc --noEmit'],
    ['lint', 'npm run --silent lint'],
    ['types of e2e', 'tsc --noEmit -p e2e'],
    ['format', 'prettier --check . --log-level warn'],
    ['unused code', 'knip --no-progress'],
    ['message catalogue', 'jiti e2e/workshop/check-catalogue.ts'],
    ['sizes of modules', 'jiti e2e/workshop/check-module-sizes.ts'],
    ['security requirements', 'jiti e2e/security/table.ts'],
  ];
  const failed: string[] = [];
  const work = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const [name, command] = step;
      if (!(await runStep(name, command))) failed.push(name);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}
