import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('Below a path of the host', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv('BASE_URL', '/account/');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  it.each([
    ['/account/', '/'],
    ['/account/set-up/passkey', '/set-up/passkey'],
  ])('the page at %s is %s', async (pathname, route) => {
    const { routeOf } = await import('./paths.ts');
    expect(routeOf(pathname)).toBe(route);
  });

  it.each([
    ['/account/activate', '/account/activate'],
    ['/account//activate/', '/account/activate'],
    ['/account/', '/account/'],
  ])('[A2] a token leaves the address %s', async (pathname, left) => {
    const replaceState = vi.fn<History['replaceState']>();
    const location = { pathname, search: '?token=aaa.bbb.ccc', hash: '' };
    vi.stubGlobal('window', { location, history: { replaceState } });
    const { takeEmailedLink } = await import('./emailed-link.ts');
    expect(takeEmailedLink()?.token).toBe('aaa.bbb.ccc');
    expect(replaceState.mock.calls).toEqual([[{ usr: { wasTaken: true } }, '', left]]);
  });
});
