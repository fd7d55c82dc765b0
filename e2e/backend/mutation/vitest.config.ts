import { defineConfig } from 'vitest/config';

/** The tests of what Stryker mutates: without processes of their own, and without times, which it distorts. */
export default defineConfig({
  test: {
    include: ['e2e/backend/{crypto,mfa}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
