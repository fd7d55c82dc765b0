import path from 'node:path';
import type { Plugin } from 'vite';

const src = path.join(import.meta.dirname, '../../src');

/** Modules of the app, and what stands in their place in the library; both below `src`. */
const replacements: Record<string, string> = {
  'api/backend-url.ts': 'embed/given.ts',
  'api/config.ts': 'embed/given.ts',
  'api/refresh.ts': 'api/host-session.ts',
  'api/request.ts': 'embed/guarded-request.ts',
  'api/sign-request.ts': 'embed/sign-request.ts',
  'api/the-host.ts': 'embed/given.ts',
  'api/tokens.ts': 'api/host-session.ts',
  'lib/ask-for-words.ts': 'embed/loading.ts',
  'lib/link.tsx': 'embed/link.tsx',
  'lib/load-or-reload.ts': 'embed/loading.ts',
  'lib/page-root.ts': 'embed/given.ts',
  'mfa/recommendation/use-recommendation.ts': 'embed/read-only-views.ts',
  'mfa/use-method-views.ts': 'embed/read-only-views.ts',
  'ui/use-page-title.ts': 'embed/given.ts',
};

export const jsxRuntime = 'react/jsx-runtime';
const parts = path.join(src, 'embed/parts.ts');

/**
 * Whether a module's elements get parts: all of `src` but the module that gives them, and the component, which
 * a server loads without the settings.
 */
export const isGivenParts = (importer: string | undefined): boolean =>
  importer !== undefined &&
  importer.startsWith(src) &&
  importer !== parts &&
  !importer.endsWith('/mfa-settings.tsx');

/**
 * Puts modules of the library in the place of those that reach into the page of the app, or read what a build
 * chose. A module gets what it replaces by importing it.
 */
export function inPlace(): Plugin {
  const met = new Set<string>();
  return {
    name: 'in-place',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (importer === undefined) return;
      if (id === jsxRuntime) return isGivenParts(importer) ? parts : null;
      if (!/^\.{1,2}\//.test(id)) return;
      const found = path.relative(src, path.resolve(path.dirname(importer), id));
      const replacement = replacements[found];
      if (replacement === undefined) return;
      met.add(found);
      const place = path.join(src, replacement);
      return importer === place ? null : place;
    },
    buildEnd(error) {
      const missed = Object.keys(replacements).filter((name) => !met.has(name));
      if (!error && missed.length > 0) this.error(`Nothing imports ${missed.join(', ')} any more.`);
    },
  };
}
