import type { Rolldown } from 'vite';

/** Pages outside the first load, and the module that each starts with. */
const pageModules: Record<string, string> = {
  '/activate': 'src/activation/activate-page.tsx',
  '/sign-in': 'src/session/sign-in/sign-in-page.tsx',
  '/sign-in/link': 'src/session/second-step/sign-in-link-page.tsx',
  '/sign-in/second-step': 'src/session/second-step/second-step-page.tsx',
};

/**
 * The `Link` header of each such page, so that its modules load together with the first load and
 * not after it.
 */
export function findPreloads(bundle: Rolldown.OutputBundle): Record<string, string> {
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
    Object.entries(pageModules).map(([path, module]) => {
      const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module));
      if (!page) throw new Error(`The build has no chunk for ${module}.`);
      const files = [...reach(page)].filter((name) => !first.has(name));
      return [path, files.map((name) => `</${name}>; rel=modulepreload`).join(', ')];
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
