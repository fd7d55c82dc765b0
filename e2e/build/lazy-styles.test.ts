import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { build } from 'vite';
import { lazyStyles } from './lazy-styles.ts';

/** Builds a page with one lazy part, which has the given styles. */
async function buildWith(styles: string) {
  const root = await mkdtemp(join(tmpdir(), 'lazy-styles-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const files = {
    'main.js': "import './main.css'; globalThis.load = () => import('./lazy.js');",
    'main.css': '.first { color: red }',
    'lazy.js': "import './lazy.css'; document.title = 'lazy';",
    'lazy.css': styles,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [lazyStyles()],
    build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
  });
  if (!('output' in built)) throw new Error('Expected one build with one output.');
  const lazy = built.output.find((file) => file.type === 'chunk' && !file.isEntry);
  const sheets = built.output.filter(({ fileName }) => fileName.endsWith('.css'));
  return { lazy: lazy?.type === 'chunk' ? lazy : undefined, sheets };
}

it('The styles of a lazy part are in its script, and the first load is free of them', async () => {
  const { lazy, sheets } = await buildWith('.lazy { content: "\\2190" }');
  expect(lazy?.code).toContain('.lazy{');
  expect(sheets).toHaveLength(1);
  expect(String(sheets[0]?.type === 'asset' && sheets[0].source)).not.toContain('.lazy');
});

it('Its script has another name when its styles change, as browsers keep files for a year', async () => {
  const before = await buildWith('.lazy { color: green }');
  const after = await buildWith('.lazy { color: blue }');
  expect(after.lazy?.fileName).not.toBe(before.lazy?.fileName);
});
