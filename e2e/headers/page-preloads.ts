import type { Rolldown } from 'vite';

const later = 'src/app/later-pages.tsx';

/** Pages outside the first load, by their addresses below the app's, and the modules that each starts with. */
export const pageModules: Record<string, string[]> = {
  activate: [later, 'src/activation/activate-page.tsx'],
  'sign-in': ['src/session/sign-in/sign-in-page.tsx'],
  'sign-in/link': [later, 'src/session/second-step/sign-in-link-page.tsx'],
  'sign-in/second-step': ['src/session/second-step/second-step-page.tsx'],
  'your-devices': [later, 'src/devices/devices-page.tsx'],
  'not-me': [later, 'src/devices/devices-page.tsx'],
  password: [later, 'src/password/password-page.tsx'],
  'forgot-password': [later, 'src/password/password-page.tsx'],
  'reset-password': [later, 'src/password/password-page.tsx'],
  organization: [later, 'src/organization/organization-page.tsx'],
};

/**
 * The `Link` header of each such page, so that its modules load together with the first load and
 * not after it.
 */
export function findPreloads(bundle: Rolldown.OutputBundle, base: string): Record<string, string> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reach = (chunk: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> => {
    if (seen.has(chunk.fileName)) return seen;
    seen.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) reach(imported, seen);
    }
    return seen;
  };
  const first = new Set(
    chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => [...reach(entry)]),
  );
  return Object.fromEntries(
    Object.entries(pageModules).map(([path, modules]) => {
      const reached = new Set<string>();
      for (const module of modules) {
        const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module));
        if (!page) throw new Error(`The build has no chunk for ${module}.`);
        reach(page, reached);
      }
      const files = [...reached].filter((name) => !first.has(name));
      return [base + path, files.map((name) => `<${base}${name}>; rel=modulepreload`).join(', ')];
    }),
  );
}

/** Reads the `Link` headers back from a `_headers` file, for the preview server. */
export function readPreloads(headersFile: string): Record<string, string> {
  const rules = headersFile.matchAll(/^(\/\S*)\n((?: {2}.*\n)+)/gm);
  return Object.fromEntries(
    [...rules].flatMap(([, path = '', lines = '']) => {
      const link = /^ {2}Link: (.*)$/m.exec(lines)?.[1];
      return link ? [[path, link]] : [];
    }),
  );
}
