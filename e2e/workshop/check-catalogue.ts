/**
 * Fails where a catalogue lacks a sentence of the source or has one too many, and updates the
 * catalogues. Fails where a translation is missing or cannot be right (see translation-faults.ts).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { languages } from '../../src/locales/languages.ts';
import { findTranslationFaults, neededTerms, type Glossary } from './translation-faults.ts';

const complaints: string[] = [];

function readCatalogues(): Map<string, string> {
  const paths = ['src', 'e2e/backend/locales'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.po'))
      .map((name) => join(folder, name)),
  );
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

function readGlossary(language: string): Glossary {
  const path = `src/locales/glossary/${language}.json`;
  if (!existsSync(path)) {
    complaints.push(`${path} is missing.`);
    return { terms: {}, keeps: [] };
  }
  const glossary = JSON.parse(readFileSync(path, 'utf8')) as Glossary;
  for (const term of neededTerms)
    if (!glossary.terms[term]?.term || !glossary.terms[term].source)
      complaints.push(`${path} does not say what "${term}" is, or where that term is used.`);
  return glossary;
}

/** By English sentence: the catalogue and the translation that was found first. */
type Known = Map<string, { path: string; translation: string }>;

async function checkTranslations(path: string, text: string, glossary: Glossary, known: Known) {
  const language = basename(path, '.po');
  const context = { locale: language, sourceLocale: 'en', filename: path };
  for (const [id, entry] of Object.entries(await formatter().parse(text, context))) {
    const { message = '', translation } = entry;
    for (const fault of findTranslationFaults(language, message, translation, glossary))
      complaints.push(`${path}: the translation of "${message}" ${fault}.`);
    // Both have one id, so the one that is loaded last would be shown in both places.
    const other = known.get(id);
    if (other && other.translation !== translation)
      complaints.push(`${path}: "${message}" is translated otherwise in ${other.path}.`);
    known.set(id, other ?? { path, translation });
  }
}

const before = readCatalogues();
execFileSync('npm', ['run', 'extract'], { stdio: 'pipe' });
const catalogues = readCatalogues();
for (const [path, text] of catalogues)
  if (before.get(path) !== text)
    complaints.push(`${path} was out of date. It has been brought up to date: commit it.`);
if (before.size === 0) complaints.push('There is no catalogue.');

for (const path of catalogues.keys())
  if (!(basename(path, '.po') in languages))
    complaints.push(`${path} is of a language that src/locales/languages.ts does not list.`);
for (const language of Object.keys(languages).filter((tag) => tag !== 'en')) {
  const glossary = readGlossary(language);
  const known: Known = new Map();
  // Those of the mails have a test of their own: backend-catalogues.test.ts.
  const ours = [...catalogues.keys()].filter((path) => path.startsWith('src/'));
  for (const english of ours.filter((path) => path.endsWith('/en.po'))) {
    const path = join(dirname(english), `${language}.po`);
    await checkTranslations(path, catalogues.get(path) ?? '', glossary, known);
  }
}

const shown = 40;
for (const complaint of complaints.slice(0, shown)) console.error(complaint);
if (complaints.length > shown) console.error(`… and ${complaints.length - shown} more.`);
process.exitCode = complaints.length > 0 ? 1 : 0;
