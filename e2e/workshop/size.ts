/**
 * Prints the compressed size of the first load and of each lazy part, and fails where the first load
 * exceeds its budget, or the words that come with it in another language.
 * - `--modules` lists the modules of the first load by weight.
 * - `--ratchet` lowers the budgets to what was reached plus 1 %, and never raises one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { findOverBudget, lowerBudgets, type Size, type Sizes } from './size-budgets.ts';

const budgetFile = new URL('size-budgets.json', import.meta.url);
const budgets = JSON.parse(readFileSync(budgetFile, 'utf8')) as Sizes;
/** Bytes in brotli. */
const mostWords = 6000;
const wantsModules = process.argv.includes('--modules');

const built = await build({
  build: { write: false, sourcemap: wantsModules ? 'hidden' : false },
  logLevel: 'warn',
});
if (!('output' in built)) throw new Error('Expected one build with one output.');
const files = new Map(built.output.map((file) => [file.fileName, file]));
const chunks = built.output.filter((file) => file.type === 'chunk');

function compressed(sources: (string | Uint8Array)[]): Size {
  const sum = (compress: (source: string | Uint8Array) => Uint8Array) =>
    sources.reduce((bytes, source) => bytes + compress(source).length, 0);
  return {
    gzip: sum((source) => gzipSync(source, { level: 9 })),
    // At its highest quality by default, as a host compresses files ahead.
    brotli: sum((source) => brotliCompressSync(source)),
  };
}

/** Returns a chunk and everything it imports statically. */
function reach(chunk: Rolldown.OutputChunk, seen = new Set<Rolldown.OutputChunk>()) {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of chunk.imports) {
    const file = files.get(name);
    if (file?.type === 'chunk') reach(file, seen);
  }
  return seen;
}

const measure = (reached: Rolldown.OutputChunk[]) => compressed(reached.map(({ code }) => code));

/** The styles of the first load are in index.html, those of a lazy part in its script. */
const page = files.get('index.html');
const html = page?.type === 'asset' ? page.source.toString() : '';
const css = compressed([/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '']);
/** Everything that index.html reaches without a dynamic import. */
const first = new Set(
  chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => [...reach(entry)]),
);
const sizes: Sizes = { js: measure([...first]), css };
if (first.size === 0 || !html.includes('<style>'))
  throw new Error('The build has no entry or no styles.');

/** What readers of each other language load beside the first load. */
const words = [...files.values()].flatMap((file): [language: string, size: Size][] => {
  const language = /words-\w+\/([\w-]+)\/first\.json$/.exec(file.fileName)?.[1];
  return language && file.type === 'asset' ? [[language, compressed([file.source])]] : [];
});

const columns = ({ gzip, brotli }: Size) =>
  `${String(gzip).padStart(8)} gzip ${String(brotli).padStart(8)} brotli`;
const row = (name: string, size: Size) => console.log(`${name.padEnd(40)}${columns(size)}`);

row('first load, JS', sizes.js);
row('first load, CSS', css);
for (const lazy of chunks.filter((chunk) => chunk.isDynamicEntry && !first.has(chunk)))
  row(`+ ${lazy.name}`, measure([...reach(lazy)].filter((chunk) => !first.has(chunk))));
for (const [name, size] of words) row(`words of the first load, ${name}`, size);
row('index.html, with its script and CSS', compressed([html]));
if (wantsModules) for (const chunk of first) listModules(chunk);
row('budget of the first load, JS', budgets.js);
row('budget of the first load, CSS', budgets.css);

if (process.argv.includes('--ratchet'))
  writeFileSync(budgetFile, `${JSON.stringify(lowerBudgets(budgets, sizes), null, 2)}\n`);
for (const name of findOverBudget(budgets, sizes)) {
  console.error(`The first load is over its budget: ${name}.`);
  process.exitCode = 1;
}

for (const [language, { brotli }] of words)
  if (brotli > mostWords) {
    console.error(`The words of the first load are over ${mostWords} bytes in ${language}.`);
    process.exitCode = 1;
  }

/** Prints what each module gave to a chunk: its minified bytes, and what they come to compressed alone. */
function listModules({ code, map }: Rolldown.OutputChunk) {
  if (!map) throw new Error('The build has no source map.');
  const source = new SourceMap({ ...map, file: map.file ?? '', sourceRoot: '' });
  const parts = new Map<string, string>();
  code.split('\n').forEach((line, lineIndex) => {
    for (let column = 0; column < line.length; column += 1) {
      const entry = source.findEntry(lineIndex, column);
      // Without a source: what the bundler added.
      const file =
        'originalSource' in entry ? (entry.originalSource as string | undefined) : undefined;
      const name = file?.replace(/^(\.\.\/)+/, '') ?? 'bundler';
      parts.set(name, (parts.get(name) ?? '') + line.charAt(column));
    }
  });
  for (const [name, part] of [...parts].toSorted(([, a], [, b]) => b.length - a.length))
    console.log(`${String(part.length).padStart(8)}${columns(compressed([part]))}  ${name}`);
}
