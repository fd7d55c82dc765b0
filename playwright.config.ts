import { defineConfig, devices } from '@playwright/test';
import type { PageOptions } from './e2e/support/test.ts';
import { chromiumLaunchOptions } from './e2e/workshop/chromium-launch-options.ts';

export default defineConfig<PageOptions>({
  testDir: 'e2e',
  testMatch: ['specs/**/*.spec.ts', 'model/**/*.spec.ts'],
  // What a broken-off mutation run leaves there holds copies of the tests.
  testIgnore: '**/.results/**',
  outputDir: 'e2e/.results/playwright',
  // The transcripts are the only snapshots.
  snapshotPathTemplate: 'e2e/transcripts/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'e2e/.results/playwright.json' }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  // Milliseconds: enough for a machine that is busy with something else.
  expect: { timeout: 15_000 },
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: 'en',
    // A browser grants it to a page that is in use; the headless shell has to be told.
    permissions: ['clipboard-write'],
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    {
      name: 'translated',
      grep: /@translated/,
      use: { viewport: { width: 1280, height: 800 }, isTranslated: true },
    },
  ],
});
