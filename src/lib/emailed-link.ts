/** An emailed link's token, in memory only: after a reload it is gone. */
export interface EmailedLink {
  readonly token: string;
  /** Whether it has been posted. Links work once, so nothing posts it a second time unasked. */
  isPosted: boolean;
}

/**
 * Takes the token of an emailed link (`?token=` or `#token=`) out of the address bar and this entry
 * of the history, before anything is sent that could carry it on as a referrer.
 */
export function takeEmailedLink(): EmailedLink | undefined {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const token = query.get('token') ?? fragment.get('token');
  if (token === null) return undefined;
  // In the form in which the router keeps a page's own state.
  window.history.replaceState({ usr: { wasTaken: true } }, '', pathname);
  return { token, isPosted: false };
}
