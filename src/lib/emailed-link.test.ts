import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { takeEmailedLink } from './emailed-link.ts';

const replaceState = vi.fn<History['replaceState']>();

const openAt = (search: string, hash: string) =>
  vi.stubGlobal('window', {
    location: { pathname: '/activate', search, hash },
    history: { replaceState },
  });

beforeEach(() => replaceState.mockReset());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['in the query', '?token=aaa.bbb.ccc', ''],
  ['in the fragment', '', '#token=aaa.bbb.ccc'],
  ['beside other things', '?a=b&token=aaa.bbb.ccc', '#top'],
  ['in both, of which the query counts', '?token=aaa.bbb.ccc', '#token=ddd'],
])('[A2] A token %s is taken out of the address, and kept in memory', (_where, search, hash) => {
  openAt(search, hash);
  expect(takeEmailedLink()).toEqual({ token: 'aaa.bbb.ccc', isPosted: false });
  expect(replaceState.mock.calls).toEqual([[{ usr: { wasTaken: true } }, '', '/activate']]);
});

test('[A2] An empty token is taken out as well', () => {
  openAt('?token=', '');
  expect(takeEmailedLink()).toEqual({ token: '', isPosted: false });
  expect(replaceState).toHaveBeenCalledTimes(1);
});

test.each([
  ['', ''],
  ['?other=aaa.bbb.ccc', '#aaa.bbb.ccc'],
])('Without a token (%s%s) the address stays as it is', (search, hash) => {
  openAt(search, hash);
  expect(takeEmailedLink()).toBeUndefined();
  expect(replaceState).not.toHaveBeenCalled();
});
