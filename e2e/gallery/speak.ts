import type { I18n, Messages } from '@lingui/core';
import type { Page } from '@playwright/test';
import { languages } from '../../src/locales/languages.ts';
import { compileWords } from '../build/compile-words.ts';
import { findCatalogues } from '../build/words.ts';

const compiled = new Map<string, Promise<Messages>>();

/**
 * Shows a page in another language without reloading it, as the language menu does, so that one walk
 * through a journey gives pictures in every language. The journey itself needs English.
 */
export async function speak(page: Page, language: string): Promise<void> {
  const words = compiled.get(language) ?? compileWords(language, findCatalogues());
  compiled.set(language, words);
  const isRightToLeft = languages[language]?.isRightToLeft ?? false;
  await page.evaluate(activate, { language, messages: await words, isRightToLeft });
}

interface Wanted {
  language: string;
  messages: Messages;
  isRightToLeft: boolean;
}

interface Fiber {
  memoizedProps: { i18n?: I18n } | null;
  child: Fiber | null;
}

/** In the page. The app exposes its words to nobody, so they are found in what React keeps. */
function activate({ language, messages, isRightToLeft }: Wanted) {
  const root = document.getElementById('root') as unknown as Record<string, unknown>;
  const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
  const { stateNode } = root[key] as { stateNode: { current: Fiber } };
  let fiber: Fiber | null = stateNode.current;
  while (fiber && !fiber.memoizedProps?.i18n) fiber = fiber.child;
  const i18n = fiber?.memoizedProps?.i18n;
  if (!i18n) throw new Error('The app has no words here.');
  if (language === 'en') i18n.activate('en');
  else i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr';
}
