import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router-dom';

import { mfaQueries } from '../api/mfa.ts';
import { useIsSignedIn } from '../api/tokens.ts';
import { paths, routeOf } from '../lib/paths.ts';
import { Redirect } from '../lib/redirect.tsx';

/** Shows its pages only after sign-in and second step. Others sign in first, and then come back. */
export function RequireSession() {
  const isSignedIn = useIsSignedIn();
  const status = useQuery({ ...mfaQueries.status(), enabled: isSignedIn });
  // The browser's, because the router still shows the last page while the next one loads.
  const { pathname, search } = window.location;
  const here = routeOf(pathname) + search;

  if (!isSignedIn) return <Redirect to={paths.signIn(here)} />;
  if (status.data?.isEnabled && !status.data.sessionVerified) {
    return <Redirect to={paths.secondStep(here)} />;
  }
  return <Outlet />;
}
