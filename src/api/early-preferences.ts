import { askForWords } from '../lib/ask-for-words.ts';
import { matchLanguage } from '../lib/match-language.ts';
import { routeOf } from '../lib/paths.ts';
import { languageKey, themeKey } from './storage-keys.ts';

/** What the build tells the early script. */
export interface Offered {
  languages: readonly string[];
  rightToLeft: readonly string[];
  /** By path: the part that a page needs besides the first load (see e2e/build/words-of-parts.ts). */
  parts: Readonly<Record<string, string>>;
}

/**
 * Sets the page's language, direction and theme before its first paint: as chosen on this browser, or
 * as the browser is.
 */
export function showPreferences({ languages, rightToLeft }: Offered): void {
  const root = document.documentElement;
  const wanted = [...navigator.languages];
  try {
    wanted.unshift(localStorage.getItem(languageKey) ?? '');
    root.style.colorScheme = localStorage.getItem(themeKey) ?? '';
  } catch {
    // Storage is blocked: the browser's own.
  }
  const language = matchLanguage(wanted, languages);
  root.lang = language;
  if (rightToLeft.includes(language)) root.dir = 'rtl';
  if (language !== 'en') hideEnglish();
  warmFormats(language);
}

/**
 * Formats a number before anyone waits for one. The first takes a slow phone 40 ms, for what the browser needs
 * only once. After 200 ms the page is painted, and on a slow network the app still on its way.
 */
function warmFormats(language: string): void {
  setTimeout(() => (0).toLocaleString(language), 200);
}

/** Until the app has loaded, the page shows shapes alone, and the tab its address. */
function hideEnglish(): void {
  document.title = '';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '.shell :is(a,h1,h2,p){visibility:hidden}.shell :is(svg,.skeleton){visibility:visible}',
  );
  document.adoptedStyleSheets.push(sheet);
}

/** Asks for the words of this page, so that they load beside the script and not after it. */
export function askForPageWords({ parts }: Offered): void {
  const { lang } = document.documentElement;
  const page = parts[routeOf(window.location.pathname)];
  if (lang !== 'en')
    for (const part of ['first', ...(page ? [page] : [])])
      // The app asks again, and copes with a failure.
      askForWords(lang, part).catch(() => undefined);
}
