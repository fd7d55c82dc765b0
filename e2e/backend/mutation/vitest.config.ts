import { defineConfig } from 'vitest/config';
import { keepThread } from './kept-thread.ts';

/** The tests of what Stryker mutates: without processes of their own. */
export default defineConfig({
  plugins: [keepThread()],
  test: {
    include: [
      'e2e/backend/{crypto,http,limits,mfa,organization,session,user}/**/*.test.ts',
      'e2e/backend/{failure-words,log,routes}.test.ts',
    ],
    environment: 'node',
    // Modules are read once for all files.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
