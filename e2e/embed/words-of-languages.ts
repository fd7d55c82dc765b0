import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import PO from 'pofile';
import type { Plugin } from 'vite';
import { languages } from '../../src/locales/languages.ts';
import { compileWords } from '../build/compile-words.ts';

const name = 'virtual:embed-words';
const src = path.join(import.meta.dirname, '../../src');
/** Nothing of these is in the library. */
const others = /^(activation|app|devices|organization|password|session\/sign-in)\//;
const translations = Object.keys(languages).filter((tag) => tag !== 'en');

/** The English catalogues of what is in the library. */
const catalogues = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/en.po') && !others.test(file))
  .map((file) => path.join(src, file));

/** Every sentence that `messages` may replace, as its key and as it is. */
export function readSentences(): Record<string, string> {
  const items = catalogues.flatMap((file) => PO.parse(readFileSync(file, 'utf8')).items);
  const sentences = items.flatMap(({ msgid, obsolete }) => (obsolete ? [] : [msgid]));
  return Object.fromEntries(sentences.toSorted().map((sentence) => [sentence, sentence]));
}

/** The words of each language but English as one lazy module, which a bundler of the page finds. */
export function wordsOfLanguages(): Plugin {
  return {
    name: 'words-of-languages',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(name) ? `\0${id}.js` : undefined),
    load: {
      filter: { id: new RegExp(`^\\0${name}`) },
      async handler(id) {
        const language = id.slice(name.length + 2, -'.js'.length);
        if (language)
          return `export const words = ${JSON.stringify(await compileWords(language, catalogues))};`;
        const loads = translations.map((tag) => `'${tag}': () => import('${name}/${tag}')`);
        return `export const wordsOf = { ${loads.join(', ')} };`;
      },
    },
    generateBundle(_, bundle) {
      const used = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds.filter((module) => module.endsWith('/en.po')) : [],
      );
      const missed = used.filter((file) => !catalogues.includes(file));
      if (missed.length > 0) this.error(`Nothing translates ${missed.join(', ')}.`);
    },
  };
}
