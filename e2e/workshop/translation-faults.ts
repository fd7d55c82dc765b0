import { readSentence } from './sentence.ts';

/** What is decided for a language, in src/locales/glossary. */
export interface Glossary {
  /** By English term: the term of this language, and where Google, Apple or Microsoft use it. */
  terms: Record<string, { term: string; source: string }>;
  /** English sentences that are the same in this language. */
  keeps: string[];
  /** English sentences whose translation may be longer than twice the English. */
  long?: string[];
}

/** The terms that every glossary decides. */
export const neededTerms = [
  'passkey',
  'authenticator app',
  'magic link',
  'primary',
  'turn off',
  'backup code',
  'sign in',
];

/** Characters. As many more are no harm in a short sentence. */
const spare = 15;

/** What is wrong with a translation, as far as a machine can tell. */
export function findTranslationFaults(
  language: string,
  english: string,
  translation: string,
  { keeps, long = [] }: Glossary,
): string[] {
  if (translation === '') return ['is not translated'];
  const source = readSentence(english);
  let target;
  try {
    target = readSentence(translation);
  } catch (error) {
    return [`cannot be read: ${String(error).split('\n', 1)[0]}`];
  }
  const faults: string[] = [];
  if (String(target.values) !== String(source.values))
    faults.push(`has the values [${target.values.join()}], and not [${source.values.join()}]`);
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [value, cases] of target.plurals) {
    const missing = needed.filter((category) => !cases.includes(category));
    const unused = cases.filter((one) => !/^\d+$/.test(one) && !needed.includes(one as 'other'));
    if (missing.length > 0) faults.push(`lacks the plural ${missing.join()} of ${value}`);
    if (unused.length > 0)
      faults.push(`has a plural ${unused.join()} of ${value}, which is never used`);
  }
  for (const value of source.plurals.keys())
    if (!target.plurals.has(value)) faults.push(`has no plural of ${value}`);
  const tags = new Set(source.readings.map(tagsOf));
  for (const reading of target.readings) {
    if (!tags.has(tagsOf(reading))) faults.push(`has the tags ${tagsOf(reading)}`);
    else if (!isNested(reading)) faults.push('has tags that do not match');
  }
  const size = longest(source.readings);
  if (longest(target.readings) > Math.max(2 * size, size + spare) && !long.includes(english))
    faults.push('is longer than twice the English');
  if (translation === english && hasWords(source.readings) && !keeps.includes(english))
    faults.push('is the same as the English');
  if (
    /^\s/.test(translation) !== /^\s/.test(english) ||
    /\s$/.test(translation) !== /\s$/.test(english)
  )
    faults.push('begins or ends with another space than the English');
  if (target.readings.some((reading) => breaksAfterLetter.test(plain(reading))))
    faults.push('may break after one letter: write its hyphen as ‑ (U+2011)');
  if (target.readings.some((reading) => otherDigits(language).test(plain(reading))))
    faults.push('has digits of another script than its counts');
  // The build leaves out what would decode them.
  if (/\\[ux]/.test(translation)) faults.push('has an escape: write the character itself');
  return [...new Set(faults)];
}

/** As in “E-Mail”. */
const breaksAfterLetter = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}-(?=[\p{L}\p{N}])/u;
/** Digits that the language does not count with; those in a name such as 1Password stay. */
const otherDigits = (language: string) =>
  new Intl.NumberFormat(language).resolvedOptions().numberingSystem === 'latn'
    ? /(?!\d)\p{Nd}/u
    : /(?<!\p{L})\d+(?!\p{L})/u;
const tag = /<\/?\w+\/?>/g;
const tagsOf = (reading: string) => (reading.match(tag) ?? []).toSorted().join('');
const plain = (reading: string) => reading.replace(tag, '').replace(/\{\w+\}/g, '');
const longest = (readings: string[]) => Math.max(...readings.map((one) => plain(one).length));
const hasWords = (readings: string[]) => readings.some((one) => /\p{L}{2}/u.test(plain(one)));

function isNested(reading: string): boolean {
  const open: string[] = [];
  for (const [found] of reading.matchAll(tag)) {
    if (found.endsWith('/>')) continue;
    if (!found.startsWith('</')) open.push(found);
    else if (open.pop() !== found.replace('/', '')) return false;
  }
  return open.length === 0;
}
