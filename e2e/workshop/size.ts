/** Prints the gzipped size of each entry, and fails where the first load exceeds its budget. */
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Rolldown } from 'vite';

/** Bytes, gzipped, of everything index.html reaches without a dynamic import. */
const budgets = { js: 108_000, css: 5_000 };

const built = await build({ build: { write: false }, logLevel: 'warn' });
if (!('output' in built)) throw new Error('Expected one build with one output.');
const files = new Map(built.output.map((file) => [file.fileName, file]));
const chunks = built.output.filter((file) => file.type === 'chunk');
const gzipped = (source: string | Uint8Array) => gzipSync(source, { level: 9 }).length;

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

const measure = (reached: Rolldown.OutputChunk[]) =>
  reached.reduce((bytes, chunk) => bytes + gzipped(chunk.code), 0);

/** One stylesheet serves every page, so all of it is in the first load. */
const css = built.output
  .filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  .reduce((bytes, file) => bytes + (file.type === 'asset' ? gzipped(file.source) : 0), 0);

const first = new Set(
  chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => [...reach(entry)]),
);
const firstLoad = { js: measure([...first]), css };
const row = (name: string, js: number, style = '') =>
  console.log(`${name.padEnd(40)} JS ${String(js).padStart(7)}  ${style}`);

row('first load', firstLoad.js, `CSS ${firstLoad.css}`);
for (const lazy of chunks.filter((chunk) => chunk.isDynamicEntry && !first.has(chunk)))
  row(`+ ${lazy.name}`, measure([...reach(lazy)].filter((chunk) => !first.has(chunk))));
row('budget of the first load', budgets.js, `CSS ${budgets.css}`);

if (first.size === 0 || css === 0) throw new Error('The build has no entry or no stylesheet.');
if (firstLoad.js > budgets.js || firstLoad.css > budgets.css) {
  console.error('The first load is over budget.');
  process.exitCode = 1;
}
