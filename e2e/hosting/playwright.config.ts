import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import { siteBelow } from '../support/site.ts';
import type { AppOptions } from '../support/test.ts';

const use = { viewport: { width: 1280, height: 800 } };

/**
 * `npm run test:base`: the journeys with the app below a path of its host, on the preview server and on
 * that of `npm run serve`.
 */
export default defineConfig<object, AppOptions>({
  ...base,
  testDir: '..',
  outputDir: '../.results/hosting',
  reporter: 'list',
  projects: [
    {
      name: 'below',
      testMatch: [
        'hosting/below.spec.ts',
        'specs/{activation,authenticator-app,devices,magic-link,organization,passkey,reset,second-step}.spec.ts',
        'specs/{session,set-up-magic-link,settings,sign-in,turn-off}.spec.ts',
      ],
      use: { ...use, site: siteBelow },
    },
    {
      name: 'below-serve',
      testMatch: ['hosting/below.spec.ts', 'specs/{magic-link,sign-in}.spec.ts'],
      use: { ...use, site: siteBelow, appServer: 'serve' },
    },
  ],
});
