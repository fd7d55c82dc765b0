import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config.ts';
import type { PageOptions } from '../support/test.ts';
import { galleryLanguages } from './pictures.ts';

/** For `npm run gallery` and `npm run screenshot`: the fixtures of the tests, without checks. */
export default defineConfig<PageOptions>({
  ...tests,
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  outputDir: '../.results/gallery-failures',
  reporter: 'list',
  timeout: 300_000,
  projects: [
    {
      name: 'gallery',
      // Changing the language in between changes sentences in ways that the watch does not know.
      use: { viewport: { width: 1280, height: 800 }, isWatched: galleryLanguages.includes('en') },
    },
  ],
});
