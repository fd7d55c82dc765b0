import { defineConfig } from 'vitest/config';

/**
 * The tests of what Stryker mutates: without processes of their own, and without times, which it
 * distorts. One worker reads the modules once for all of them.
 */
export default defineConfig({
  test: {
    include: ['e2e/backend/{account,crypto,http,limits,mfa,organization,session}/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
