import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';
import { referenceBackend } from './e2e/backend/vite-plugin.ts';
import { brandPlugin } from './e2e/brand/vite-plugin.ts';
import { dropUnusedParts } from './e2e/build/drop-unused-parts.ts';
import { lazyStyles } from './e2e/build/lazy-styles.ts';
import { noPreloadHelper } from './e2e/build/no-preload-helper.ts';
import { observer } from './e2e/build/observer.ts';
import { productionBuilds, target } from './e2e/build/production-builds.ts';
import { shell } from './e2e/build/shell.ts';
import { sourcePlugins } from './e2e/build/source-plugins.ts';
import { words } from './e2e/build/words.ts';
import { basePath } from './e2e/headers/hosted-build.ts';
import { precompressed } from './e2e/headers/precompressed.ts';
import { securityHeadersPlugin } from './e2e/headers/vite-plugin.ts';

const isTest = Boolean(process.env['VITEST']);
// WebAuthn refuses IP addresses: the server binds 127.0.0.1, people open http://localhost.
const server = {
  host: '127.0.0.1',
  port: Number(process.env['PORT'] ?? 3000),
  strictPort: true,
  // Who else may read the API's answers is the backend's to say.
  cors: false,
};

const appUrl = process.env['APP_URL'];

export default defineConfig(async ({ command }): Promise<ViteUserConfig> => ({
  // `--base /account/` does the same.
  base: appUrl === undefined ? '/' : basePath(appUrl),
  resolve: { alias: command === 'build' ? productionBuilds : [] },
  plugins: [
    sourcePlugins(),
    noPreloadHelper(),
    dropUnusedParts(),
    lazyStyles(),
    words(),
    shell(),
    observer(),
    ...(isTest
      ? []
      : [brandPlugin(), securityHeadersPlugin(), referenceBackend(), precompressed()]),
  ],
  server: {
    ...server,
    fs: {
      deny: [
        // Vite's own list, which this one replaces.
        '.env',
        '.env.*',
        '*.{crt,pem,key,p12,pfx,cer,der}',
        '.npmrc',
        '.yarnrc.yml',
        '**/.git/**',
        // The embedded database, and the key that its secrets are encrypted with.
        '**/e2e/.data*/**',
      ],
    },
  },
  preview: server,
  build: {
    target,
    modulePreload: false,
    rolldownOptions: {
      output: {
        // Chromium compiles the first load on another thread while it arrives. Other browsers ignore the comment.
        postBanner: ({ isEntry }) => (isEntry ? '//# allFunctionsCalledOnLoad' : ''),
        // The first load in one file: split by who else uses a module, it compresses worse.
        codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] },
      },
    },
  },
  test: {
    // Loaded only under Vitest: it brings Playwright with it.
    projects: isTest ? (await import('./e2e/workshop/vitest-projects.ts')).vitestProjects() : [],
  },
}));
