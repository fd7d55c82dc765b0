import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';
import { siteAtRoot, siteBelow } from '../../support/site.ts';
import type { AppOptions } from '../../support/test.ts';
import { findProgram } from '../../workshop/find-program.ts';

const servers = ['nginx', 'caddy'] as const;
// Before any worker starts, because an installation may take longer than a test may.
for (const name of servers) if (process.argv.includes(`--project=${name}*`)) findProgram(name);

const use = { viewport: { width: 1280, height: 800 } };

/**
 * `npm run test:nginx` and `npm run test:caddy`: test the answers of a web server with the
 * configuration that the build wrote, at the root of its host and below a path, and a few journeys with
 * it in place of the preview server.
 */
export default defineConfig<object, AppOptions>({
  ...base,
  testDir: '../..',
  outputDir: '../../.results/servers',
  reporter: 'list',
  projects: servers.flatMap((appServer) => [
    {
      name: appServer,
      testMatch: [
        'headers/servers/*.spec.ts',
        'specs/{framing,magic-link,settings,sign-in}.spec.ts',
      ],
      use: { ...use, appServer, site: siteAtRoot },
    },
    {
      name: `${appServer}-below`,
      testMatch: ['headers/servers/*.spec.ts', 'specs/{magic-link,sign-in}.spec.ts'],
      use: { ...use, appServer, site: siteBelow },
    },
  ]),
});
