import { i18n } from '@lingui/core';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { addWords, showLanguage, withWords } from './words.ts';

/** What the server has, by path; what it has not got fails. */
let files: Record<string, Record<string, string>>;
let asked: string[];
/** A part that no test before has loaded. */
let part: string;
let count = 0;

beforeEach(() => {
  document.documentElement.dataset['words'] = '/words/';
  delete window.words;
  asked = [];
  files = {
    'de/first.json': { hello: 'Hallo' },
    'de/later.json': { bye: 'Tschüss' },
    'ja/first.json': { hello: 'こんにちは' },
    'ja/later.json': { bye: 'さようなら' },
  };
  vi.spyOn(window, 'fetch').mockImplementation(async (input) => {
    const path = String(input).replace('/words/', '');
    asked.push(path);
    const words = files[path.replace(/-\d+/, '')];
    return words ? Response.json(words) : new Response(null, { status: 404 });
  });
  i18n.loadAndActivate({ locale: 'en', messages: { hello: 'Hello', bye: 'Bye', more: 'More' } });
  part = `later-${++count}`;
});

afterEach(() => {
  vi.restoreAllMocks();
  delete window.words;
  i18n.loadAndActivate({ locale: 'en', messages: {} });
});

/** Not called `_`, or the extraction would take the ids for sentences of the app. */
const shown = (id: string) => i18n._(id);

/** As the build makes of an import. */
const loadPart = () => withWords(Promise.resolve('code'), part);

it('shows what is loaded now, and what is loaded later, in the language that was chosen', async () => {
  await showLanguage('de');
  expect(shown('hello')).toBe('Hallo');
  expect(await loadPart()).toBe('code');
  expect(shown('bye')).toBe('Tschüss');
});

it('renders nothing again where only words of a part were added, which nothing shows yet', async () => {
  const rendered = vi.fn<() => void>();
  onTestFinished(i18n.on('change', rendered));
  addWords({ later: 'Later' });
  expect(shown('later')).toBe('Later');
  await showLanguage('de');
  expect(rendered).toHaveBeenCalledTimes(1);
  await loadPart();
  expect(shown('bye')).toBe('Tschüss');
  expect(rendered).toHaveBeenCalledTimes(1);
});

it('loads nothing more in English, and each part once in other languages', async () => {
  await loadPart();
  expect(asked).toEqual([]);
  await showLanguage('de');
  await loadPart();
  await loadPart();
  expect(asked.filter((path) => path.includes(part))).toEqual([`de/${part}.json`]);
});

it('asks for the words of a part at the same time as for its code', async () => {
  await showLanguage('de');
  const code = withWords(new Promise<string>(() => {}), part);
  await vi.waitFor(() => expect(asked).toContain(`de/${part}.json`));
  void code;
});

it('adopts what the early script has asked for', async () => {
  window.words = { 'de/first.json': Promise.resolve({ hello: 'Früh' }) };
  await showLanguage('de');
  expect(shown('hello')).toBe('Früh');
  expect(asked).not.toContain('de/first.json');
});

it('changes everything on screen with the language, back to English, too', async () => {
  await showLanguage('de');
  await loadPart();
  await showLanguage('ja');
  expect(shown('hello') + shown('bye')).toBe('こんにちはさようなら');
  await showLanguage('en');
  expect(shown('hello') + shown('bye')).toBe('HelloBye');
});

it('shows English where there is no translation, even of what a part brings along later', async () => {
  await showLanguage('de');
  expect(shown('more')).toBe('More');
  addWords({ later: 'Later' });
  expect(shown('later')).toBe('Later');
});

it('stays as it was where the words of another language do not load, and says so', async () => {
  delete files['de/first.json'];
  await expect(showLanguage('de')).rejects.toThrow('de/first.json');
  expect(i18n.locale).toBe('en');
  files['de/first.json'] = { hello: 'Hallo' };
  await showLanguage('de');
  expect(shown('hello')).toBe('Hallo');
});

it('shows a part in the language that was chosen while it loaded', async () => {
  await showLanguage('de');
  const loaded = loadPart();
  await showLanguage('ja');
  await loaded;
  expect(shown('bye')).toBe('さようなら');
});

it('shows a part in English where its words do not load, and asks again the next time', async () => {
  addWords({ rare: 'Rare' });
  const loadRare = () => withWords(Promise.resolve('code'), 'rare');
  await showLanguage('de');
  expect(await loadRare()).toBe('code');
  expect(shown('rare')).toBe('Rare');
  files['de/rare.json'] = { rare: 'Selten' };
  await loadRare();
  expect(shown('rare')).toBe('Selten');
});
