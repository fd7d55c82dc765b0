import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const docs = path.join(import.meta.dirname, '../../docs/embed.md');
const written = path.join(import.meta.dirname, '../.results/embed/docs/example.tsx');

/** Stands the example of docs/embed.md in the place of `example.tsx`, as somebody has it who copied it. */
export function docsExample(): Plugin {
  return {
    name: 'docs-example',
    enforce: 'pre',
    buildStart() {
      const blocks = readFileSync(docs, 'utf8').matchAll(/^```tsx\n([^]*?)^```$/gm);
      const [example] = [...blocks].flatMap(([, code = '']) =>
        code.includes("'mfa-settings/headless'") ? [code] : [],
      );
      if (example === undefined) throw new Error('docs/embed.md has no example of the hooks.');
      mkdirSync(path.dirname(written), { recursive: true });
      writeFileSync(written, example);
    },
    resolveId: (id) => (id.endsWith('/example.tsx') ? written : undefined),
  };
}
