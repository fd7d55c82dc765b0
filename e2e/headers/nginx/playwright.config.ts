import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';
import type { AppOptions } from '../../support/test.ts';
import { findNginx } from './find-nginx.ts';

// Before any worker starts, because an installation may take longer than a test may.
findNginx();

/**
 * `npm run test:nginx`: tests nginx's answers, and a few journeys with nginx in place of the
 * preview server.
 */
export default defineConfig<object, AppOptions>({
  ...base,
  testDir: '../..',
  testMatch: ['headers/nginx/*.spec.ts', 'specs/{framing,magic-link,settings,sign-in}.spec.ts'],
  outputDir: '../../.results/nginx',
  reporter: 'list',
  projects: [
    { name: 'nginx', use: { viewport: { width: 1280, height: 800 }, appServer: 'nginx' } },
  ],
});
