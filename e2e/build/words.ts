import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { languages } from '../../src/locales/languages.ts';
import { compileWords } from './compile-words.ts';
import { offered } from './offered.ts';
import { hasWords, nameOfPart } from './words-of-parts.ts';

const translations = Object.keys(languages).filter((tag) => tag !== 'en');
const devFolder = '/words/';

/**
 * Writes the words of each language and each part of the app as JSON. English is not among them: it
 * is in the scripts. All are in one folder named for what is in it, so the app knows each address
 * from the language and the part alone, and browsers may keep the files for ever.
 */
export function words(): Plugin {
  let base: string;
  return {
    name: 'words',
    configResolved(resolved) {
      ({ base } = resolved);
    },
    configureServer(server) {
      server.middlewares.use(devFolder, (request, response) => {
        // In development, each part is all of them.
        const [, language = ''] = (request.url ?? '').split('/');
        compileWords(language, findCatalogues())
          .then((found) => response.end(JSON.stringify(found)))
          .catch((error: Error) => response.destroy(error));
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) =>
        server ? { html: withFolder(html, devFolder), tags: [devScript] } : undefined,
    },
    generateBundle: {
      // After Vite has written the page, and before the shell and the headers read it.
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build gave no index.html.');
        const files: [name: string, source: string][] = [];
        for (const [part, catalogues] of findParts(bundle))
          for (const language of translations)
            files.push([
              `${language}/${part}.json`,
              JSON.stringify(await compileWords(language, catalogues)),
            ]);
        const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
        const folder = `assets/words-${hash.slice(0, 8)}/`;
        for (const [name, source] of files)
          this.emitFile({ type: 'asset', fileName: folder + name, source });
        page.source = withFolder(page.source.toString(), base + folder);
      },
    },
  };
}

const withFolder = (html: string, folder: string) =>
  html.replace('<html lang="en"', `<html lang="en" data-words="${folder}"`);

/** No early script runs in development, so this does that part of its work. */
const devScript: HtmlTagDescriptor = {
  tag: 'script',
  attrs: { type: 'module' },
  children: `import { showPreferences } from '/src/api/early-preferences.ts';
    showPreferences(${JSON.stringify(offered)});`,
  injectTo: 'head-prepend',
};

/** Each `en.po` of the app. */
export function findCatalogues(): string[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('/en.po')).map((name) => join('src', name));
}

/** The catalogues of each part of the app, without those that came with the first load. */
function findParts(bundle: Rolldown.OutputBundle): Map<string, string[]> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reach = (chunk: Rolldown.OutputChunk, seen = new Set<Rolldown.OutputChunk>()) => {
    if (seen.has(chunk)) return seen;
    seen.add(chunk);
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) reach(imported, seen);
    }
    return seen;
  };
  const cataloguesOf = (chunk: Rolldown.OutputChunk) =>
    [...reach(chunk)].flatMap(({ moduleIds }) => moduleIds.filter((id) => id.endsWith('/en.po')));
  const first = chunks.filter(({ isEntry }) => isEntry).flatMap(cataloguesOf);
  const parts = new Map([['first', first]]);
  for (const chunk of chunks.filter(({ isDynamicEntry }) => isDynamicEntry)) {
    const module = chunk.facadeModuleId ?? '';
    const part = nameOfPart(module);
    const catalogues = cataloguesOf(chunk).filter((file) => !first.includes(file));
    if (module.endsWith('.tsx') && hasWords(part) !== catalogues.length > 0)
      throw new Error(`${part} ${catalogues.length > 0 ? 'has words' : 'is wordless'}: say so.`);
    if (parts.has(part)) throw new Error(`Two parts are called ${part}.`);
    if (catalogues.length > 0) parts.set(part, catalogues.toSorted());
  }
  return parts;
}
