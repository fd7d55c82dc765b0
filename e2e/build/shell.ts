import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { InlineConfig, Plugin, ResolvedConfig, Rolldown } from 'vite';
import { backendOrigin } from '../headers/hosted-build.ts';
import { takeStyles } from './lazy-styles.ts';
import { offered } from './offered.ts';
import { sessionSource } from './session-source.ts';
import { sourcePlugins } from './source-plugins.ts';

/**
 * Writes into index.html what the first paint needs, so that it waits for no other file: the shell,
 * its styles, and the script that chooses the language and asks for the data.
 */
export function shell(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'shell',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      // After Vite has written the page, and before the headers count its hashes.
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build gave no index.html.');
        const script = await buildEarlyScript(config);
        const markup = await renderShell(config);
        const html = inlineStyles(page.source.toString(), bundle, config.base);
        page.source = insert(
          insert(
            html,
            '<script type="module"',
            `${preconnect(config)}<script>${script}</script>\n    ${hostScript(config)}`,
          ),
          '<div id="root">',
          `<div id="root">${markup}`,
          { isReplaced: true },
        );
      },
    },
  };
}

function insert(html: string, place: string, text: string, { isReplaced = false } = {}): string {
  const [before, after, ...more] = html.split(place);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`index.html must have one ${place}.`);
  return `${before}${text}${isReplaced ? '' : place}${after}`;
}

/** Another origin costs a connection of its own, which can begin at once. */
function preconnect(config: ResolvedConfig): string {
  const origin = backendOrigin(config.env['VITE_BACKEND_URL']);
  return origin === undefined ? '' : `<link rel="preconnect" href="${origin}" crossorigin />\n    `;
}

/** Where the host hands its session over, its script runs before the app's. */
function hostScript(config: ResolvedConfig): string {
  if ((process.env['VITE_SESSION_SOURCE'] ?? 'own') === 'own') return '';
  const address: unknown = config.env['VITE_SESSION_SCRIPT'];
  if (typeof address !== 'string' || !/^\/[\w./-]+$/.test(address))
    throw new Error(
      'VITE_SESSION_SCRIPT must be the path of the script that hands the session over.',
    );
  return `<script src="${address}"></script>\n    `;
}

function inlineStyles(html: string, bundle: Rolldown.OutputBundle, base: string): string {
  const link = /<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(html);
  if (!link?.[1]?.startsWith(base)) throw new Error('index.html has no stylesheet.');
  const styles = takeStyles(bundle, link[1].slice(base.length));
  return html.replace(link[0], () => `<style>${styles}</style>`);
}

/** A build within the build: with the same settings, and with nothing written to `dist`. */
function buildInner(config: ResolvedConfig, inner: InlineConfig): InlineConfig {
  return {
    configFile: false,
    root: config.root,
    base: config.base,
    mode: config.mode,
    logLevel: 'warn',
    publicDir: false,
    plugins: sourcePlugins(),
    ...inner,
  };
}

const earlyScript = 'virtual:early-script';

async function buildEarlyScript(config: ResolvedConfig): Promise<string> {
  const entry: Plugin = {
    name: 'early-script-entry',
    resolveId: (id) => (id === earlyScript ? `\0${id}` : undefined),
    load: (id) =>
      id === `\0${earlyScript}`
        ? `import { askForPageWords, showPreferences } from '/src/api/early-preferences.ts';
          import { askEarly } from '/src/api/early-script.ts';
          import { tellFailedStart } from '/src/api/tell-failed-start.ts';
          const offered = ${JSON.stringify(offered)};
          tellFailedStart();
          showPreferences(offered);
          askEarly();
          askForPageWords(offered);`
        : undefined,
  };
  const built = await build(
    buildInner(config, {
      plugins: [sessionSource(), entry],
      build: {
        write: false,
        target: config.build.target,
        modulePreload: false,
        rolldownOptions: { input: earlyScript, output: { format: 'iife' } },
      },
    }),
  );
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The early script gave no chunk.');
  return chunk.code.trim();
}

async function renderShell(config: ResolvedConfig): Promise<string> {
  // Below node_modules, so that it finds the packages that it imports.
  const cache = join(config.root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'shell-'));
  try {
    await build(
      buildInner(config, { build: { ssr: 'src/app/shell.tsx', outDir, emptyOutDir: true } }),
    );
    const module: unknown = await import(pathToFileURL(join(outDir, 'shell.js')).href);
    return (module as { renderShell: () => string }).renderShell();
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
