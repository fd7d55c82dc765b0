import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseSync } from 'vite';
import { languages } from '../../src/locales/languages.ts';

/** Bytes of JavaScript in brotli, with the styles and the English words, which are in it. */
export interface LibrarySize {
  /** Until the list of methods shows. */
  list: number;
  /** What the first dialog adds to that. */
  dialog: number;
  /** All there is in English. */
  everything: number;
  /** The words of another language, for the longest. */
  words: number;
}

/** How a page uses the library, and the modules that it loads first, below `dist-lib`. */
const ways = {
  component: ['react/mfa-settings.js', 'react/mount.js'],
  element: ['element/mfa-settings.js'],
};
export type Way = keyof typeof ways;

/** Measures the library that `npm run build:lib` has written to a folder. */
export function measureLibrary(library: string): Record<Way, LibrarySize> {
  const measureWay = (way: Way) =>
    measure(
      path.join(library, path.dirname(ways[way][0] ?? '')),
      ways[way].map((entry) => path.join(library, entry)),
    );
  return { component: measureWay('component'), element: measureWay('element') };
}

function measure(folder: string, entries: readonly string[]): LibrarySize {
  const parts = readdirSync(path.join(folder, 'parts')).map((name) =>
    path.join(folder, 'parts', name),
  );
  const isWords = (file: string) => Object.hasOwn(languages, languageOf(file));
  const dialog = parts.find((file) => path.basename(file).startsWith('settings-dialog-'));
  if (!dialog) throw new Error(`There is no part for dialogs in ${folder}.`);
  const list = reach(entries);
  const added = [...reach([dialog])].filter((file) => !list.has(file));
  const english = new Set([...list, ...parts.filter((file) => !isWords(file))]);
  return {
    list: sum(list),
    dialog: sum(added),
    everything: sum(english),
    words: Math.max(...parts.filter(isWords).map(brotli)),
  };
}

/** `pt-BR` of `parts/pt-BR-D2s-x9.js`: a hash may contain hyphens, too, and has eight characters. */
const languageOf = (file: string) => path.basename(file).replace(/-.{8}\.js$/, '');

/** These modules and all that they import statically; what the page brings is not among them. */
function reach(files: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    const imported = program.body.flatMap((statement) =>
      'source' in statement && statement.source?.value.startsWith('.')
        ? [path.join(path.dirname(file), statement.source.value)]
        : [],
    );
    reach(imported, seen);
  }
  return seen;
}

const brotli = (file: string) => brotliCompressSync(readFileSync(file)).length;
const sum = (files: Iterable<string>) =>
  [...files].reduce((bytes, file) => bytes + brotli(file), 0);
