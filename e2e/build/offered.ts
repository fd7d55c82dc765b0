import type { Offered } from '../../src/api/early-preferences.ts';
import { languages } from '../../src/locales/languages.ts';
import { pageModules } from '../headers/page-preloads.ts';
import { nameOfPart } from './words-of-parts.ts';

/** What the early script has to know to choose a language and to ask for its words. */
export const offered: Offered = {
  languages: Object.keys(languages),
  rightToLeft: Object.keys(languages).filter((tag) => languages[tag]?.isRightToLeft),
  parts: Object.fromEntries(
    Object.entries(pageModules).map(([page, modules]) => [
      `/${page}`,
      nameOfPart(modules.at(-1) ?? ''),
    ]),
  ),
};
