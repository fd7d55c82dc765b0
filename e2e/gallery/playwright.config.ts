import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config.ts';

/** For `npm run gallery` and `npm run screenshot`: the fixtures of the tests, without checks. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  outputDir: '../.results/gallery-failures',
  reporter: 'list',
  timeout: 180_000,
  projects: [{ name: 'gallery', use: { viewport: { width: 1280, height: 800 } } }],
});
