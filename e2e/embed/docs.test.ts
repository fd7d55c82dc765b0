import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/embed.md');

const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

it('The page lists every option, as both take it', () => {
  const [, options = ''] = read('src/embed/options.ts').split('export interface SettingsOptions {');
  const listed = /\| component {2,}\| element[^]*?\n\n/.exec(page)?.[0] ?? '';
  expect(all(listed, /^\| `(\w+)`/gm)).toEqual(all(options, /^ {2}(\w+)\??:/gm));
  const element = read('src/embed/mfa-settings-element.ts');
  const [, given = ''] = /const properties = \[(.*)\] as const/.exec(element) ?? [];
  const [, texts = ''] = /const attributes = \{([^]*?)\}/.exec(element) ?? [];
  const taken = [...all(given, /'(\w+)'/g), ...all(texts, /^ +'?([\w-]+)'?:/gm), 'read-only'];
  expect(all(listed, /^\| `\w+` +\| `([\w-]+)`/gm)).toEqual(taken.toSorted());
});

it('The page lists every custom property, and no other', () => {
  const tokens = all(read('src/ui/tokens.css'), /^ {2}--([\w-]+):/gm);
  const others = ['font-family', 'rem'];
  expect(all(page, /--mfa-([\w-]+)/g)).toEqual([...tokens, ...others].toSorted());
});

it('The page lists every part, and no other', () => {
  const [, listed = ''] = /^Parts, for what([^]*?)\n\n/m.exec(page) ?? [];
  const source = read('src/embed/parts.ts');
  expect(all(listed.replace(/Around the[^]*/, ''), /`([\w-]+)`/g)).toEqual(
    all(source, /^ {2}'?[\w-]+'?: '([\w-]+)',$|h\d: '([\w-]+)'/gm)
      .filter(Boolean)
      .concat('heading', 'subheading')
      .toSorted(),
  );
});
