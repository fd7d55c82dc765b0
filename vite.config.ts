import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';
import { referenceBackend } from './e2e/backend/vite-plugin.ts';
import { brandPlugin } from './e2e/brand/vite-plugin.ts';
import { dropUnusedParts } from './e2e/build/drop-unused-parts.ts';
import { lazyStyles } from './e2e/build/lazy-styles.ts';
import { observer } from './e2e/build/observer.ts';
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

/**
 * Vite wraps every dynamic import in a helper that preloads styles and further chunks. Here, chunks
 * contain their styles and preload nothing, so the helper would only add 0.7 kB gzip to the first load.
 * Vite has no option to leave it out, hence the removal of the plugin that adds it.
 */
function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    apply: 'build',
    configResolved({ plugins }) {
      const index = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
      if (index === -1) throw new Error('Vite adds its preload helper in another plugin now.');
      // Typed as readonly, but Vite reads the list again after this hook.
      Reflect.apply(Array.prototype.splice, plugins, [index, 1]);
    },
  };
}

/**
 * React Router ships a build without warnings for developers, 0.5 kB gzip smaller, but its package
 * exports only name the build with them. React DOM's entries choose a build, and check that they were
 * made small: here, the choice is made.
 */
const productionBuilds = [
  ['react-router', 'react-router/dist/production/index.mjs'],
  ['react-router/dom', 'react-router/dist/production/dom-export.mjs'],
  ['react-dom', 'react-dom/cjs/react-dom.production.js'],
  ['react-dom/client', 'react-dom/cjs/react-dom-client.production.js'],
].map(([name, file]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(`node_modules/${file}`, import.meta.url)),
}));

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
    // The first versions with light-dark() and the popover attribute, which the app is built on. index.html
    // names them.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5', 'ios17.5'],
    modulePreload: false,
    rolldownOptions: {
      output: {
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
