import { defineConfig } from 'vitest/config';

/** The backend's tests as Stryker runs them: without what starts processes of its own. */
export default defineConfig({
  test: {
    include: ['e2e/backend/{account,crypto,http,mfa}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
