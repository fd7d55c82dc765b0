/** An emailed link's token, in memory only: after a reload it is gone. */
export interface EmailedLink {
  /** Empty where the link held nothing that can be a token. */
  readonly token: string;
  /** Whether it has been posted. Links work once, so nothing posts it a second time unasked. */
  isPosted: boolean;
}

/**
 * Takes the token of an emailed link (`?token=` or `#token=`) out of the address bar and this entry
 * of the history, before anything is sent that could carry it on as a referrer.
 *
 * Mail programs change links: they escape and wrap them, and take what stands beside them for a part of
 * them. So the name is found in any case, and what no token can hold is dropped wherever it stands.
 */
export function takeEmailedLink(): EmailedLink | undefined {
  const { pathname, search, hash } = window.location;
  // Three times, as one program may escape what another has escaped already.
  const address = decode(decode(decode(pathname + search + hash)));
  const [, ...values] = address.split(/[?#&;]token\b/i);
  if (values.length === 0) return undefined;
  const token = values.map(readToken).find(Boolean) ?? '';
  const path = `/${address.replace(/[?#].*/s, '').replace(/^\W+|\W+$/g, '')}`;
  // In the form in which the router keeps a page's own state.
  window.history.replaceState({ usr: { wasTaken: token !== '' } }, '', path);
  return { token, isPosted: false };
}

/** Characters outside ASCII come out wrong, and are in no token. Never throws. */
function decode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number(`0x${code}`)),
  );
}

/** @param text what follows the name: `=`, which quoted-printable writes as `=3D`, and the value */
function readToken(text: string): string {
  const [value = ''] = text.replace(/^=3D/i, '').split(/[?#&]/);
  const parts = value
    .replace(/[^\w.-]/g, '')
    .split('.')
    .filter(Boolean)
    .slice(0, 3);
  return parts[2] ? parts.join('.') : '';
}
