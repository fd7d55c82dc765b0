import { base, routeOf } from './paths.ts';

/** The token of an emailed link. It is only in memory, so a reload loses it. */
export interface EmailedLink {
  /** Empty if the link contained nothing that can be a token. */
  readonly token: string;
  /** Whether it has been posted. Links work once, so it is not posted again without a click. */
  isPosted: boolean;
}

/**
 * Removes the token of an emailed link (`?token=` or `#token=`) from the address bar and the
 * history entry, before any request could send it as a referrer.
 *
 * Mail programs change links: they escape and wrap them, and add text that stands next to them. So
 * it finds the name in upper or lower case, and drops characters that no token contains.
 */
export function takeEmailedLink(): EmailedLink | undefined {
  const { pathname, search, hash } = window.location;
  // Three times, because one program may escape what another has escaped already.
  const address = decode(decode(decode(pathname + search + hash)));
  const [, ...values] = address.split(/[?#&;]token\b/i);
  if (values.length === 0) return undefined;
  const token = values.map(readToken).find(Boolean) ?? '';
  const page = routeOf(address.replace(/[?#].*/s, ''));
  const path = base + page.replace(/^\W+|\W+$/g, '');
  // The router keeps a page's own state under `usr`.
  window.history.replaceState({ usr: { wasTaken: token !== '' } }, '', path);
  return { token, isPosted: false };
}

/**
 * Decodes %xx. Characters outside ASCII come out wrong, but no token contains them. Never throws.
 */
function decode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number(`0x${code}`)),
  );
}

/**
 * The page that uses the token judges its shape.
 * @param text what follows the name: `=` (`=3D` in quoted-printable) and the value
 */
function readToken(text: string): string {
  const [value = ''] = text.replace(/^=3D/i, '').split(/[?#&]/);
  const parts = value
    .replace(/[^\w.-]/g, '')
    .split('.')
    .filter(Boolean)
    .slice(0, 3);
  return parts.join('.');
}

/** At most 4 kB of three base64url parts: anything else was cut or never was a token (RFC 7519). */
export function hasTokenShape(token: string): boolean {
  return token.length <= 4096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}
