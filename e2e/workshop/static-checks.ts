import { runStep } from './run-step.ts';

type Check = [name: string, command: string];

/**
 * Runs all checks that need no test runner, two at a time. Returns the names of those that failed.
 * @param first checks that run with them, and start first because they take longest
 */
export async function staticChecks(first: Check[] = []): Promise<string[]> {
  const queue: Check[] = [
    ...first,
    ['types', 'tsc --noEmit'],
    ['lint', 'npm run --silent lint'],
    ['types of e2e', 'tsc --noEmit -p e2e'],
    ['format', 'prettier --check . --cache --cache-strategy content --log-level warn'],
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
