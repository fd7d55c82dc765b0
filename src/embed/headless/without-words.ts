import type { ceremonyWords as words } from '../../passkey/ceremony-words.ts';

/** In the place of passkey/ceremony-words.ts: a page with its own screens has its own words. */
export const ceremonyWords: typeof words = {
  cancelled: { id: '' },
  'not-created': { id: '' },
  'not-used': { id: '' },
  'already-registered': { id: '' },
  unsupported: { id: '' },
  misconfigured: { id: '' },
  failed: { id: '' },
};
