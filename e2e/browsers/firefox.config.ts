import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import type { PageOptions } from '../support/test.ts';
import { findProgram } from '../workshop/find-program.ts';

/**
 * `npm run test:firefox`: journeys in Debian's Firefox, which Playwright drives by WebDriver BiDi where the
 * channel is `moz-firefox`.
 */
export default defineConfig<PageOptions>({
  ...base,
  testDir: '../specs',
  testMatch:
    '{activation,authenticator-app,magic-link,older-browsers,second-step,set-up-magic-link,settings,sign-in}.spec.ts',
  // Playwright has none of this by BiDi: two clicks that count as a double click, downloads, the print medium and the
  // dark theme, and what a request sends.
  grepInvert: /A double click|in a file and on paper|axe finds|names the address/,
  outputDir: '../.results/firefox',
  reporter: [['list'], ['json', { outputFile: '../.results/firefox.json' }]],
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: findProgram('firefox-esr'),
      // Firefox turns off what else it does in the background once it is driven; these ask earlier.
      firefoxUserPrefs: {
        'app.normandy.enabled': false,
        'dom.push.connection.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        'services.settings.server': 'data:,#remote-settings-dummy/v1',
        'toolkit.telemetry.server': '',
      },
    },
    locale: 'en',
    // Firefox's policy would refuse the style that Playwright adds for it.
    screenshot: 'off',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 390, height: 844 } } },
  ],
});
