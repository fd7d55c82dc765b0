import { afterEach, expect, it, onTestFinished, vi } from 'vitest';

import { askForPageWords, showPreferences } from './early-preferences.ts';
import { languageKey, themeKey } from './storage-keys.ts';

const page = document.documentElement;
const offered = {
  languages: ['en', 'ar', 'de'],
  rightToLeft: ['ar'],
  parts: { '/sign-in': 'sign-in-page' },
};

const { title } = document;
const here = window.location.href;

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  delete window.words;
  page.lang = 'en';
  page.removeAttribute('dir');
  page.removeAttribute('style');
  document.title = title;
  document.adoptedStyleSheets = [];
  window.history.replaceState(null, '', here);
});

const browserIn = (...languages: string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

it("shows the browser's language, and its direction", () => {
  browserIn('ar-EG', 'en');
  showPreferences(offered);
  expect([page.lang, page.dir]).toEqual(['ar', 'rtl']);
});

it("shows what was chosen on this browser rather than the browser's own", () => {
  browserIn('ar');
  localStorage.setItem(languageKey, 'de');
  localStorage.setItem(themeKey, 'dark');
  showPreferences(offered);
  expect([page.lang, page.dir]).toEqual(['de', '']);
  expect(getComputedStyle(page).colorScheme).toBe('dark');
});

it('follows the browser where what was chosen is not offered any more, and where storage is blocked', () => {
  browserIn('de');
  localStorage.setItem(languageKey, 'xx');
  showPreferences(offered);
  expect(page.lang).toBe('de');
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  showPreferences(offered);
  expect(page.lang).toBe('de');
});

it('hides the English words of the shell, and no shape, from a reader of another language', () => {
  const shell = document.createElement('div');
  shell.className = 'shell';
  const heading = shell.appendChild(document.createElement('h1'));
  const shape = heading.appendChild(document.createElement('span'));
  shape.className = 'skeleton';
  document.body.append(shell);
  onTestFinished(() => shell.remove());
  browserIn('de');
  showPreferences(offered);
  expect(getComputedStyle(heading).visibility).toBe('hidden');
  expect(getComputedStyle(shape).visibility).toBe('visible');
  expect(document.title).toBe('');
});

it("asks for the first words and the page's, in another language alone", () => {
  const read = vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({}));
  window.history.replaceState(null, '', '/sign-in');
  askForPageWords(offered);
  expect(read).not.toHaveBeenCalled();
  page.lang = 'de';
  askForPageWords(offered);
  expect(Object.keys(window.words ?? {})).toEqual(['de/first.json', 'de/sign-in-page.json']);
});

it("formats a number in the page's language, but not before the first paint", async () => {
  const format = vi.spyOn(Number.prototype, 'toLocaleString');
  browserIn('de');
  showPreferences(offered);
  expect(format).not.toHaveBeenCalled();
  await expect.poll(() => format.mock.lastCall).toEqual(['de']);
});
