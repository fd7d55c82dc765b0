import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readmePictures, sectionOf } from '../gallery/readme-pictures.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const files = new Set(readmePictures.map(({ file }) => file));

test('The README shows the pictures that `npm run screenshot` takes, and no others', () => {
  const shown = read('README.md').matchAll(/(?<=e2e\/screenshots\/)[\w-]+\.png/g);
  expect(new Set([...shown].map(([file]) => file))).toEqual(files);
  const kept = readdirSync(path.join(root, 'e2e/screenshots'));
  expect(new Set(kept)).toEqual(new Set([...files, 'words.json']));
});

// The transcripts are compared with the app by an end-to-end test.
test.each(readmePictures)(
  'The picture $file shows what the app says today (else run `npm run screenshot`)',
  ({ file, journey, state }) => {
    const words = JSON.parse(read('e2e/screenshots/words.json')) as Record<string, string>;
    expect(words[file]).toBeTruthy();
    expect(words[file]).toBe(sectionOf(read(`e2e/transcripts/${journey}.md`), state));
  },
);
