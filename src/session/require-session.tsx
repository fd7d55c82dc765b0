import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router-dom';

import { mfaQueries } from '../api/queries.ts';
import { useIsSignedIn } from '../api/use-is-signed-in.ts';
import { paths } from '../lib/paths.ts';

/** Lets in who is signed in, second step included; sends others there, and back afterwards. */
export function RequireSession() {
  const isSignedIn = useIsSignedIn();
  const status = useQuery({ ...mfaQueries.status(), enabled: isSignedIn });
  const { pathname, search } = useLocation();
  const here = pathname + search;

  if (!isSignedIn) return <Navigate to={paths.signIn(here)} replace />;
  if (status.data?.isEnabled && !status.data.sessionVerified) {
    return <Navigate to={paths.secondStep(here)} replace />;
  }
  return <Outlet />;
}
