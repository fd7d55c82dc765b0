import { readFile } from 'node:fs/promises';
import { createCompiledCatalog } from '@lingui/cli/api';
import { formatter } from '@lingui/format-po';
import type { Words } from '../../src/lib/ask-for-words.ts';

/** The id of each sentence in a catalogue, and its translation; empty where there is none yet. */
export async function readCatalogue(file: string): Promise<[id: string, translation: string][]> {
  const text = await readFile(file, 'utf8');
  const context = { locale: null, sourceLocale: 'en', filename: file };
  const catalogue = await formatter().parse(text, context);
  return Object.entries(catalogue).map(([id, { translation }]) => [id, translation ?? '']);
}

/**
 * The translations in a language's catalogues, as the app loads them.
 *
 * @param english the `en.po` beside each of them
 */
export async function compileWords(language: string, english: readonly string[]): Promise<Words> {
  const files = english.map((file) => file.replace(/en\.po$/, `${language}.po`));
  const entries = (await Promise.all(files.map(readCatalogue))).flat();
  // What is not translated is shown in English.
  const translated = Object.fromEntries(entries.filter(([, translation]) => translation));
  const { source, errors } = createCompiledCatalog(language, translated, { namespace: 'json' });
  if (errors[0]) throw new Error(`In ${language}: ${errors[0].source}`, { cause: errors[0].error });
  return (JSON.parse(source) as { messages: Words }).messages;
}
