import { defineConfig } from 'vitest/config';
import { keepThread } from './kept-thread.ts';

/** The tests of the code that Stryker mutates, except those that start processes. */
export default defineConfig({
  plugins: [keepThread()],
  test: {
    include: [
      'e2e/backend/{crypto,http,limits,mfa,organization,session,user}/**/*.test.ts',
      'e2e/backend/{failure-words,log,routes}.test.ts',
    ],
    environment: 'node',
    // Load modules once for all files.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
