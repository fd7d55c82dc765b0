import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import type { AppOptions } from '../support/test.ts';
import type { EmbedOptions } from './open-host.ts';

const hosts = '{embed,apart}.spec.ts';
const use = { viewport: { width: 1280, height: 800 } };

/** `npm run test:embed`: the settings in a page of somebody else, as a component and as an element. */
export default defineConfig<EmbedOptions, AppOptions>({
  ...base,
  testDir: '.',
  outputDir: '../.results/embed/playwright',
  reporter: [['list'], ['json', { outputFile: '../.results/embed/report.json' }]],
  projects: [
    { name: 'package', testMatch: 'package.spec.ts' },
    { name: 'docs', testMatch: 'docs.spec.ts', use },
    {
      name: 'react',
      testMatch: hosts,
      grepInvert: /@element/,
      use: { ...use, hostPage: 'react.html' },
    },
    { name: 'hooks', testMatch: 'headless.spec.ts', use: { ...use, hostPage: 'headless.html' } },
    {
      name: 'element',
      testMatch: hosts,
      grepInvert: /@react/,
      use: { ...use, hostPage: 'element.html' },
    },
  ],
});
