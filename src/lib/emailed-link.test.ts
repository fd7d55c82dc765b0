import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { takeEmailedLink } from './emailed-link.ts';

const replaceState = vi.fn<History['replaceState']>();

const openAt = (search: string, hash: string, pathname = '/activate') =>
  vi.stubGlobal('window', {
    location: { pathname, search, hash },
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

/** Opens an address as a browser does, which escapes what may not stand in one. */
function follow(address: string) {
  const { pathname, search, hash } = new URL(address, 'https://app.example');
  openAt(search, hash, pathname);
  return takeEmailedLink();
}

/** Of a token's form and length, with each kind of character that a token can hold. */
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.${'a-B_9'.repeat(8)}`;
const [head, body, signature] = jwt.split('.');

test.each([
  ['a full stop behind it', `?token=${jwt}.`],
  ['a comma behind it', `?token=${jwt},`],
  ['an angle bracket behind it', `?token=${jwt}>`],
  ['angle brackets around it', `?token=<${jwt}>`],
  ['an escaped bracket behind it', `?token=${jwt}&gt;`],
  ['a parenthesis behind it', `?token=${jwt}).`],
  ['quotes around it', `?token="${jwt}"`],
  ['typographic quotes behind it', `?token=${jwt}”’`],
  ['an asterisk behind it', `?token=${jwt}**`],
  ['an ellipsis behind it', `?token=${jwt}…`],
  ['a sentence behind it', `?token=${jwt}. Thank you`.replaceAll(' ', '.')],
  ['a zero-width space behind it', `?token=${jwt}\u200B`],
  ['zero-width characters inside it', `?token=${head}.\u200B${body}\u2060.\uFEFF${signature}`],
  ['soft hyphens inside it', `?token=${head}\u00AD.${body}.${signature}`],
  ['a line break inside it', `?token=${head}.${body}%0D%0A.${signature}`],
  ['a quoted line break inside it', `?token=${head}.${body}%0A%3E%20.${signature}`],
  ['a soft line break inside it', `?token=${head}.${body}=%0D%0A.${signature}`],
  ['a soft line break whose end the browser dropped', `?token=${head}.${body}=\r\n.${signature}`],
  ['spaces inside it', `?token=${head}. ${body} .${signature}`],
  ['a quoted-printable equals sign', `?token=3D${jwt}`],
  ['an escaped equals sign', `?token%3D${jwt}`],
  ['escaped dots', `?token=${jwt.replaceAll('.', '%2E')}`],
  ['everything escaped twice', `?token=${jwt.replaceAll('.', '%252E')}%253E`],
  ['everything escaped', `%3Ftoken%3D${jwt}`],
  ['an escaped ampersand before it', `?utm_source=mail&amp;token=${jwt}`],
  ['other things behind it', `?token=${jwt}&utm_source=a.b.c`],
  ['an escaped ampersand behind it', `?token=${jwt}&amp;utm_source=a.b.c`],
  ['a fragment behind it', `?token=${jwt}#:~:text=a.b.c`],
  ['a second question mark', `?token=${jwt}?utm_source=a.b.c`],
  ['its name in upper case', `?TOKEN=${jwt}`],
  ['its name in title case, after a #', `#Token=${jwt}`],
  ['another token before it', `?csrf_token=a.b.c&token=${jwt}`],
  ['nothing in the query and all in the fragment', `?token=#token=${jwt}.`],
  ['a slash before it', `/?token=${jwt}`],
  ['a broken escape behind it', `?token=${jwt}%E2%`],
])('[A2] A link with %s is read as it was sent, and leaves the address bar', (_what, rest) => {
  expect(follow(`/activate${rest}`)).toEqual({ token: jwt, isPosted: false });
  expect(replaceState.mock.calls).toEqual([[{ usr: { wasTaken: true } }, '', '/activate']]);
});

test.each(['?token=', '?token', '#token', '?token=...', '?TOKEN=%00%FF', '?token=%F0%9F%92%A9'])(
  '[A2] %s holds no token, and leaves the address bar as well',
  (rest) => {
    expect(follow(`/activate${rest}`)).toEqual({ token: '', isPosted: false });
    expect(replaceState.mock.calls).toEqual([[{ usr: { wasTaken: false } }, '', '/activate']]);
  },
);

test('[A2] A token of one part is taken out as well', () => {
  expect(follow('/reset-password?token=Zm9vYmFyYmF6cXV1eA_-.')).toMatchObject({
    token: 'Zm9vYmFyYmF6cXV1eA_-',
  });
  expect(replaceState.mock.calls).toEqual([[{ usr: { wasTaken: true } }, '', '/reset-password']]);
});

test('[A2] No character that a token cannot hold changes what is read, wherever it stands', () => {
  const foreign = fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) =>
    // Removes token characters, URL delimiters and lone surrogates, so that only foreign characters are left.
    text.replace(/[\w.\-?#&%\uD800-\uDFFF]/g, ''),
  );
  fc.assert(
    fc.property(foreign, foreign, fc.nat(jwt.length), (inside, around, at) => {
      replaceState.mockReset();
      const text = `${around}${jwt.slice(0, at)}${inside}${jwt.slice(at)}${around}`;
      expect(follow(`/activate?token=${encodeURIComponent(text)}`)?.token).toBe(jwt);
      expect(replaceState).toHaveBeenCalledTimes(1);
    }),
  );
});

test('A long address without a token is read quickly', () => {
  const start = performance.now();
  expect(follow(`/activate?token=${'.'.repeat(1_000_000)}`)?.token).toBe('');
  expect(performance.now() - start).toBeLessThan(2000);
});

test('A link to another host that looks like a path stays on this one', () => {
  openAt(`?token=${jwt}`, '', '//evil.example/activate');
  takeEmailedLink();
  expect(replaceState.mock.calls[0]?.[2]).toBe('/evil.example/activate');
});

test.each([
  ['', ''],
  ['?other=aaa.bbb.ccc', '#aaa.bbb.ccc'],
  ['?tokens=aaa.bbb.ccc', '#token_type'],
])('Without a token (%s%s) the address stays as it is', (search, hash) => {
  openAt(search, hash);
  expect(takeEmailedLink()).toBeUndefined();
  expect(replaceState).not.toHaveBeenCalled();
});
