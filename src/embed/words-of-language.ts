import type { Words } from '../lib/ask-for-words.ts';
import { wordsOf } from 'virtual:embed-words';

export type { Words } from '../lib/ask-for-words.ts';

/**
 * In the place of lib/ask-for-words.ts: all words of a language are one lazy module, so that bundlers find
 * them, wherever they put the package.
 */
export async function askForWords(language: string): Promise<Words> {
  const load = wordsOf[language];
  if (!load) throw new Error(`There are no words in ${language}.`);
  return (await load()).words;
}
