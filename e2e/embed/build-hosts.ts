/** Builds the library, and the pages around it that its tests open. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { docsExample } from './docs-example.ts';
import { copyElementPage, writeDocsPages } from './docs-pages.ts';
import { hostsFolder } from './start-hosts.ts';

const root = path.join(import.meta.dirname, '../..');
const library = path.join(root, 'dist-lib');

await import('./build-lib.ts');
await build({
  configFile: false,
  root: path.join(import.meta.dirname, 'hosts'),
  logLevel: 'warn',
  plugins: [docsExample()],
  resolve: {
    alias: {
      'mfa-settings/headless': path.join(library, 'headless/mfa-hooks.js'),
      'mfa-settings': path.join(library, 'react/mfa-settings.js'),
    },
  },
  build: {
    outDir: hostsFolder,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: {
      input: ['react', 'headless', 'example'].map((name) =>
        path.join(import.meta.dirname, `hosts/${name}.html`),
      ),
    },
  },
});
// As it is: the page of the element has no build.
cpSync(path.join(library, 'element'), path.join(hostsFolder, 'lib/element'), { recursive: true });

const docsPages = writeDocsPages();
await build({
  configFile: false,
  root: docsPages.react,
  base: './',
  logLevel: 'warn',
  resolve: { alias: { 'mfa-settings': path.join(library, 'react/mfa-settings.js') } },
  build: { outDir: path.join(hostsFolder, 'docs/react'), emptyOutDir: true, target: 'es2023' },
});
copyElementPage(docsPages.element, library, path.join(hostsFolder, 'docs/element'));
