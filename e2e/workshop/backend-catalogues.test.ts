import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';
import { describe, expect, it } from 'vitest';
import { languages, localesFolder, sourceLanguage } from '../backend/http/languages.ts';

function readCatalogue(language: string): Record<string, string> {
  const { items } = PO.parse(readFileSync(path.join(localesFolder, `${language}.po`), 'utf8'));
  return Object.fromEntries(items.map(({ msgid, msgstr }) => [msgid, msgstr[0] ?? '']));
}

interface Shape {
  /** The names of the values, each once for every place that it has. */
  values: string[];
  /** The categories of each plural. */
  plurals: string[][];
}

/** What of a sentence must be the same in each language. */
function shapeOf(sentence: string): Shape {
  const shape: Shape = { values: [], plurals: [] };
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as unknown[]) {
      if (!Array.isArray(token)) continue;
      const [name, kind, cases] = token as [string, string?, Record<string, unknown>?];
      shape.values.push(kind === undefined ? name : `${name}, ${kind}`);
      if (kind !== 'plural' || cases === undefined) continue;
      const { offset: _offset, ...branches } = cases;
      shape.plurals.push(Object.keys(branches).filter((key) => !/^\d+$/.test(key)));
      Object.values(branches).forEach(walk);
    }
  };
  walk(compileMessageOrThrow(sentence));
  return { values: shape.values.toSorted(), plurals: shape.plurals };
}

const source = readCatalogue(sourceLanguage);
const wordsOf = (sentence: string) => sentence.replaceAll(/\{[^}]*\}/g, '').trim();

describe.each(languages.filter((language) => language !== sourceLanguage))('In %s', (language) => {
  const said = readCatalogue(language);

  it('every sentence of the backend is translated, and no other is there', () => {
    expect(Object.keys(said).toSorted()).toEqual(Object.keys(source).toSorted());
    const missing = Object.entries(said).filter(([, sentence]) => sentence.trim() === '');
    expect(missing).toEqual([]);
    // A single word may be the same, as "Account" is in Dutch.
    const same = Object.entries(said).filter(
      ([id, sentence]) => id === sentence && wordsOf(id).includes(' '),
    );
    expect(same).toEqual([]);
  });

  it.each(Object.keys(source))('"%s" has the values and plurals that it needs', (id) => {
    const sentence = said[id] ?? '';
    const { values, plurals } = shapeOf(sentence);
    const expected = shapeOf(id);
    expect(values).toEqual(expected.values);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const categories of plurals)
      expect(categories.toSorted()).toEqual(pluralCategories.toSorted());
    expect(plurals.length).toBe(expected.plurals.length);
  });

  it('sentences have no tags, no directional controls, and are not much longer than in English', () => {
    const sentences = Object.entries(said);
    expect(sentences.filter(([, sentence]) => /[<>\p{Bidi_Control}]/u.test(sentence))).toEqual([]);
    const long = sentences.filter(
      ([id, { length }]) => id.length > 12 && !id.includes(', plural,') && length > 2 * id.length,
    );
    expect(long).toEqual([]);
  });
});
