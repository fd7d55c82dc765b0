import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '../../src/locales/languages.ts';
import { compileWords } from './compile-words.ts';
import { offered } from './offered.ts';
import { wordsOfParts } from './words-of-parts.ts';

/** What the plugin makes of a module, as far as it is one line. */
function transform(code: string): string {
  const { transform: hook } = wordsOfParts();
  if (typeof hook !== 'object') throw new Error('The plugin transforms nothing.');
  const result: unknown = Reflect.apply(hook.handler, undefined, [code, '/src/x.tsx', {}]);
  return (result as { code: string } | undefined)?.code.split('\n', 1)[0] ?? code;
}

it('The words of a lazy part load with its script', () => {
  expect(transform("const load = () => import('./menu/account-menu.tsx').then(pick);")).toBe(
    "const load = () => withWords(import('./menu/account-menu.tsx'), 'account-menu').then(pick);",
  );
});

it.each([
  "const load = () => import('./later-pages.tsx');",
  "const load = () => import('./heartbeat.ts');",
  "import { Menu } from './menu.tsx';",
  "type Code = typeof import('./menu.ts');",
])('What has no words stays as it is: %s', (code) => {
  expect(transform(code)).toBe(code);
});

it('Every catalogue of every language compiles', async () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const english = names.filter((name) => name.endsWith('/en.po')).map((name) => join('src', name));
  const all = Object.keys(await compileWords('en', english));
  for (const language of Object.keys(languages))
    expect(Object.keys(await compileWords(language, english))).toEqual(all);
});

it('The early script knows which part a page needs', () => {
  expect(offered.parts).toMatchObject({
    '/sign-in': 'sign-in-page',
    '/sign-in/second-step': 'second-step-page',
    '/not-me': 'devices-page',
  });
  expect(offered.rightToLeft).toContain('ar');
});
