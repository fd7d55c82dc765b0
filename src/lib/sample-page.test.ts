import { expect, test } from 'vitest';
import page from '../../docs/sample-page.md?raw';
import { laterPaths } from './later-paths.ts';
import { paths } from './paths.ts';

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
