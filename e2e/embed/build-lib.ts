/**
 * `npm run build:lib`: writes the package of the settings page to `dist-lib`, as a React component, as a custom
 * element, and as hooks without screens. Nothing publishes it.
 */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { dropUnusedParts } from '../build/drop-unused-parts.ts';
import { noPreloadHelper } from '../build/no-preload-helper.ts';
import { productionBuilds, target } from '../build/production-builds.ts';
import { sourcePlugins } from '../build/source-plugins.ts';
import { hooks, inPlace, isGiven, screens } from './in-place.ts';
import { emitTypes } from './emit-types.ts';
import { describePackage } from './describe-package.ts';
import { shadowStyles } from './shadow-styles.ts';
import { readSentences, wordsOfLanguages } from './words-of-languages.ts';

const root = path.join(import.meta.dirname, '../..');
const dist = path.join(root, 'dist-lib');

/** What the page brings, where it is made with React. */
const peers = /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/;

function configFor(
  folder: string,
  entries: Record<string, string>,
  external: RegExp | undefined,
  places = screens,
): InlineConfig {
  const bundledBuilds = productionBuilds.filter(
    ({ find }) => !external || !/dom/.test(find.source),
  );
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      // The settings tell the page of events.
      'import.meta.env.VITE_OBSERVER': '"page"',
      'import.meta.env.BASE_URL': '"/"',
    },
    resolve: { alias: external ? bundledBuilds : productionBuilds },
    plugins: [
      inPlace(places),
      shadowStyles(),
      wordsOfLanguages(),
      sourcePlugins('embed'),
      noPreloadHelper(),
      dropUnusedParts(places === hooks ? /./ : external && /query-core|react-dom|react\\\/cjs/),
    ],
    build: {
      outDir: path.join(dist, folder),
      emptyOutDir: false,
      target,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.join(root, 'src/embed', file)]),
        ),
        preserveEntrySignatures: 'strict',
        // The screens load the words of some errors when they are needed; the hooks have none.
        checks: { ineffectiveDynamicImport: places === screens },
        ...(external && {
          external: (id, importer) => external.test(id) && !isGiven(places, id, importer),
        }),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          ...(places === screens && {
            // What always loads together, in one file. The component itself is apart, so that a server can load it.
            codeSplitting: {
              groups: [
                {
                  name: 'settings',
                  tags: ['$initial'],
                  test: /^(?!.*embed\/(?:parts|mfa-settings)\.tsx?$)/,
                },
              ],
            },
          }),
        },
      },
    },
  };
}

rmSync(dist, { recursive: true, force: true });
await build(configFor('react', { 'mfa-settings': 'mfa-settings.tsx', mount: 'mount.tsx' }, peers));
await build(configFor('headless', { 'mfa-hooks': 'headless/mfa-hooks.ts' }, peers, hooks));
await build(configFor('element', { 'mfa-settings': 'mfa-settings-element.ts' }, undefined));
emitTypes(path.join(dist, 'types'));
// Its types are all that it has.
writeFileSync(path.join(dist, 'element/jsx.js'), 'export {};\n');
writeFileSync(path.join(dist, 'messages.json'), `${JSON.stringify(readSentences(), null, 2)}\n`);
const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
writeFileSync(
  path.join(dist, 'package.json'),
  `${JSON.stringify(describePackage(own), null, 2)}\n`,
);
copyFileSync(path.join(root, 'LICENSE'), path.join(dist, 'LICENSE'));
copyFileSync(path.join(import.meta.dirname, 'package-readme.md'), path.join(dist, 'README.md'));
