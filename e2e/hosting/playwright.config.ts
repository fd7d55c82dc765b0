import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import { siteApart, siteBelow, siteInHost } from '../support/site.ts';
import type { AppOptions } from '../support/test.ts';
import type { HostOptions } from './host-page.ts';

const use = { viewport: { width: 1280, height: 800 } };

/**
 * - `npm run test:base`: the journeys with the app below a path of its host, on the preview server and on
 *   that of `npm run serve`
 * - `npm run test:origins`: the main journeys with the backend on another origin
 * - `npm run test:session`: a host that hands its session over
 */
export default defineConfig<object, AppOptions & HostOptions>({
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
    {
      name: 'origins',
      testMatch: [
        'hosting/origins.spec.ts',
        'specs/{magic-link,passkey,set-up-magic-link,settings,sign-in}.spec.ts',
      ],
      // The build names one port, so there is one backend at a time.
      workers: 1,
      use: { ...use, site: siteApart(process.env['VITE_BACKEND_URL'] ?? '') },
    },
    ...(['tokens', 'cookies'] as const).map((source) => ({
      name: `session-${source}`,
      testMatch: 'hosting/session.spec.ts',
      use: { ...use, site: siteInHost(source), source },
    })),
  ],
});
