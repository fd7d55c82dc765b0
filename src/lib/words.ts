import { i18n, type Messages } from '@lingui/core';

import { askForWords } from './ask-for-words.ts';

/** The parts of the app that have been loaded, and the language that their words are in. */
const parts = new Map([['first', 'en']]);
let english: Messages;

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
  const messages: Messages = Object.assign(Object.create(english), ...words);
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
    i18n.load(locale, await askForWords(locale, part));
    parts.set(part, locale);
  } catch {
    return;
  }
  // Meanwhile, another language was chosen.
  await loadWords(part);
}
