import path from 'node:path';
import type { Plugin } from 'vite';

const src = path.join(import.meta.dirname, '../../src');

/** What stands in the place of what; all modules are below `src`. */
export interface Places {
  modules: Record<string, string>;
  /** A package, and the module that gives our modules what they import of it. */
  given: { id: string; by: string; isFor: (importer: string) => boolean };
}

const forAll = {
  'api/backend-url.ts': 'embed/given.ts',
  'api/config.ts': 'embed/given.ts',
  'api/refresh.ts': 'api/host-session.ts',
  'api/request.ts': 'embed/guarded-request.ts',
  'api/the-host.ts': 'embed/given.ts',
  'api/tokens.ts': 'api/host-session.ts',
};

const forScreens = {
  ...forAll,
  'api/sign-request.ts': 'embed/sign-request.ts',
  'lib/ask-for-words.ts': 'embed/loading.ts',
  'lib/link.tsx': 'embed/link.tsx',
  'lib/load-or-reload.ts': 'embed/loading.ts',
  'lib/page-root.ts': 'embed/given.ts',
  'mfa/recommendation/use-recommendation.ts': 'embed/read-only-views.ts',
  'mfa/use-method-views.ts': 'embed/read-only-views.ts',
  'ui/use-page-title.ts': 'embed/given.ts',
};

/** Our elements get parts; not the component, which a server loads without the settings. */
export const screens: Places = {
  modules: forScreens,
  given: {
    id: 'react/jsx-runtime',
    by: 'embed/parts.ts',
    isFor: (importer) => !importer.endsWith('/mfa-settings.tsx'),
  },
};

/** The hooks alone: no words, and a query client of their own. */
export const hooks: Places = {
  modules: {
    ...forAll,
    'api/sign-request.ts': 'embed/headless/without-words.ts',
    'passkey/ceremony-words.ts': 'embed/headless/without-words.ts',
  },
  given: { id: '@tanstack/react-query', by: 'embed/headless/query.ts', isFor: () => true },
};

/** Whether a module gets what it imports from a module of ours, which asks for the package. */
export function isGiven({ given }: Places, id: string, importer: string | undefined): boolean {
  return (
    id === given.id &&
    importer !== undefined &&
    importer.startsWith(src) &&
    importer !== path.join(src, given.by) &&
    given.isFor(importer)
  );
}

/**
 * Puts modules of the library in the place of those that reach into the page of the app, or read what a build
 * chose. A module gets what it replaces by importing it.
 */
export function inPlace(places: Places): Plugin {
  const { modules, given } = places;
  const met = new Set<string>();
  return {
    name: 'in-place',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (importer === undefined) return;
      if (id === given.id) return isGiven(places, id, importer) ? path.join(src, given.by) : null;
      if (!/^\.{1,2}\//.test(id)) return;
      const found = path.relative(src, path.resolve(path.dirname(importer), id));
      const replacement = modules[found];
      if (replacement === undefined) return;
      met.add(found);
      const place = path.join(src, replacement);
      return importer === place ? null : place;
    },
    buildEnd(error) {
      const missed = Object.keys(modules).filter((name) => !met.has(name));
      if (!error && missed.length > 0) this.error(`Nothing imports ${missed.join(', ')} any more.`);
    },
  };
}
