import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { laterPaths } from '../../src/lib/later-paths.ts';
import { paths } from '../../src/lib/paths.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/sample-page.md'), 'utf8');

test('The sample page links to pages that the app has', () => {
  const linked = page.matchAll(/(?<=\(https:\/\/account\.harbor\.example)[^)]+/g);
  expect([...linked].map(([address]) => address)).toEqual([
    paths.setUp('passkey'),
    paths.setUp('authenticator-app'),
    paths.setUp('magic-link'),
    laterPaths.notMe,
    paths.devices,
    laterPaths.password,
  ]);
});
