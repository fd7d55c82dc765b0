import { basename } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lazy parts that show nothing of their own, so that there are no words to load. `mount` loads its words by
 * itself.
 */
const wordless = new Set(['host-sign-in', 'later-pages', 'mount']);

/** A lazy part of the app is named for the module that it starts with. */
export const nameOfPart = (module: string) => basename(module, '.tsx');

export const hasWords = (part: string) => !wordless.has(part);

/**
 * Makes each import of a lazy part load the part's words, too, at the same time. In English it loads
 * nothing: these words are in the script of the part.
 */
export function wordsOfParts(): Plugin {
  return {
    name: 'words-of-parts',
    enforce: 'pre',
    transform: {
      filter: { id: { include: /\/src\/.*\.tsx?$/, exclude: /\.test\.tsx?$/ } },
      handler(code) {
        const loading = code.replace(/\bimport\('([^']+\.tsx)'\)/g, (load, module: string) => {
          const part = nameOfPart(module);
          return hasWords(part) ? `withWords(${load}, '${part}')` : load;
        });
        if (loading === code) return undefined;
        // At the end, where it moves no line.
        return { code: `${loading}\nimport { withWords } from '/src/lib/words.ts';\n`, map: null };
      },
    },
  };
}
