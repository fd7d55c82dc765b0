import { expect, test, vi } from 'vitest';

test.each([
  ['/account', '/account/', ['/account/?a=b#c']],
  ['/account/', '/account/', []],
  ['/account/sign-in', '/account/', []],
  ['/', '/', []],
])('At %s, where the app is at %s, the address becomes %j', async (pathname, base, addresses) => {
  vi.resetModules();
  vi.stubEnv('BASE_URL', base);
  const replaceState = vi.fn<(data: unknown, unused: string, url: string) => void>();
  vi.stubGlobal('window', {
    location: { pathname, search: '?a=b', hash: '#c' },
    history: { replaceState },
  });
  const { askEarly } = await import('./early-script.ts');
  askEarly();
  expect(replaceState.mock.calls.map(([, , url]) => url)).toEqual(addresses);
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
