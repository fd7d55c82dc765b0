import { i18n, type Messages } from '@lingui/core';

import { askForWords } from './ask-for-words.ts';

/** The parts of the app that have been loaded, and the language that their words are in. */
const parts = new Map([['first', 'en']]);
let english: Messages | undefined;

/**
 * Adds the English words of a part that has just loaded. What is on screen does not need them, so it is
 * not rendered again, as Lingui's own `load` would have it.
 */
export function addWords(messages: Messages): void {
  const known = i18n.locale === 'en' ? i18n.messages : english;
  // Before the app starts, as in tests.
  if (known) Object.assign(known, messages);
  else i18n.load('en', messages);
}

/**
 * Shows the whole app in another language: what has been loaded now, and what is loaded later.
 * At first, English must be active. Rejects where words do not load, and changes nothing then.
 */
export async function showLanguage(language: string): Promise<void> {
  if (i18n.locale === 'en') english = i18n.messages;
  if (language === 'en') return i18n.activate(language);
  const names = [...parts.keys()];
  const words = await Promise.all(names.map((part) => askForWords(language, part)));
  // Meanwhile, another part was loaded.
  if (parts.size > names.length) return showLanguage(language);
  for (const part of names) parts.set(part, language);
  // What has no translation is read from what it derives from.
  const messages: Messages = Object.assign(Object.create(english ?? null), ...words);
  i18n.loadAndActivate({ locale: language, messages });
}

/**
 * The build puts this around the import of each lazy part (see e2e/build/words-of-parts.ts), so that
 * its words load beside its code. Where they do not load, they are English.
 */
export async function withWords<Code>(code: Promise<Code>, part: string): Promise<Code> {
  const [loaded] = await Promise.all([code, loadWords(part)]);
  return loaded;
}

async function loadWords(part: string): Promise<void> {
  const { locale } = i18n;
  if (!parts.has(part)) parts.set(part, 'en');
  if (locale === 'en' || parts.get(part) === locale) return;
  try {
    const words = await askForWords(locale, part);
    if (i18n.locale === locale) {
      // Not by `load`: see `addWords`.
      Object.assign(i18n.messages, words);
      parts.set(part, locale);
    }
  } catch {
    return;
  }
  // Meanwhile, another language was chosen.
  await loadWords(part);
}
