import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import type { AppOptions } from '../support/test.ts';

/** `npm run test:serve`: journeys and headers with the server of `npm run serve` in place of Vite's. */
export default defineConfig<object, AppOptions>({
  ...base,
  testDir: '../specs',
  testMatch: ['{framing,headers,magic-link,sign-in}.spec.ts'],
  outputDir: '../.results/serve',
  reporter: 'list',
  projects: [
    { name: 'serve', use: { viewport: { width: 1280, height: 800 }, appServer: 'serve' } },
  ],
});
