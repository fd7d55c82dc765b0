import { playwright } from '@vitest/browser-playwright';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumLaunchOptions } from './chromium-launch-options.ts';
import { findChromium } from './find-chromium.ts';

/** `unit`, `backend` and `workshop` run in Node; `browser` renders components in real Chromium. */
export function vitestProjects(): TestProjectInlineConfiguration[] {
  return [
    node('unit', 'src/**/*.test.ts'),
    node('backend', 'e2e/{backend,conformance,serve}/**/*.test.ts'),
    node('workshop', 'e2e/{bench,brand,build,embed,headers,security,workshop}/**/*.test.ts', {
      // Their modules keep nothing, and a process for each file would take longer than the tests.
      isolate: false,
    }),
    {
      extends: true,
      // Listed here, because discovering them one by one reloads the page in the middle of a test.
      optimizeDeps: {
        include: [
          '@lingui/core',
          '@lingui/react',
          '@simplewebauthn/browser',
          '@tanstack/react-query',
          'colorjs.io',
          'react',
          'react-dom',
          'react-dom/client',
          'react-router-dom',
          'react/jsx-dev-runtime',
          'react/jsx-runtime',
          'valibot',
          'vitest-browser-react',
        ],
      },
      test: {
        name: 'browser',
        include: ['src/**/*.test.tsx', 'e2e/support/*.test.tsx'],
        setupFiles: ['e2e/workshop/component-setup.ts'],
        browser: {
          enabled: true,
          // Any free port, so that two runs do not collide.
          api: { host: '127.0.0.1', port: 0, strictPort: false },
          headless: true,
          screenshotFailures: false,
          provider: playwright(
            findChromium()
              ? { launchOptions: chromiumLaunchOptions(), contextOptions: { locale: 'en' } }
              : {},
          ),
          instances: [{ browser: 'chromium' }],
        },
      },
    },
  ];
}

function node(
  name: string,
  include: string,
  options: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      ...options,
      name,
      include: [include],
      environment: 'node',
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  };
}
