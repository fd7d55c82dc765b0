import { useLocation } from 'react-router-dom';

import { safeReturnTo } from './return-to.ts';

/** Where this page's address says to go on to: always on this origin. */
export function useReturnTo(): string {
  return safeReturnTo(new URLSearchParams(useLocation().search).get('returnTo'));
}
