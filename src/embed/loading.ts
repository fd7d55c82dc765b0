import type { Words } from '../lib/ask-for-words.ts';
import { wordsOf } from 'virtual:embed-words';

/*
 * In the place of lib/ask-for-words.ts and lib/load-or-reload.ts. Bundlers of the page find each part and each
 * language, wherever they put the package; and the page alone knows when it was updated.
 */

export type { Words } from '../lib/ask-for-words.ts';

/** All words of a language are one lazy module. */
export async function askForWords(language: string): Promise<Words> {
  const load = wordsOf[language];
  if (!load) throw new Error(`There are no words in ${language}.`);
  return (await load()).words;
}

export const loadOrReload = <Code>(load: () => Promise<Code>): Promise<Code> => load();

/** Never thrown here. */
export class OutdatedError extends Error {}
