import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/**
 * `npm run test:webkit`: journeys in Debian's WebKitGTK, driven by WebDriver. Playwright only runs them: its
 * own WebKit is a download.
 */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'webkit.spec.ts',
  outputDir: '../.results/webkit',
  reporter: [['list'], ['json', { outputFile: '../.results/webkit.json' }]],
  use: {},
  projects: [{ name: 'webkit' }],
});
