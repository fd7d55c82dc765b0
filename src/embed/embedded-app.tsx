import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect } from 'react';
import {
  BrowserRouter,
  HashRouter,
  MemoryRouter,
  Outlet,
  type RouteObject,
  useLocation,
  useRoutes,
} from 'react-router-dom';

import { changeEvent, followHost } from '../api/host-session.ts';
import { followChanges, mfaQueries } from '../api/mfa.ts';
import { tell } from '../api/observe.ts';
import { useIsSignedIn } from '../api/tokens.ts';
import { pageOf } from '../app/observe/page-of.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { paths } from '../lib/paths.ts';
import { Redirect } from '../lib/redirect.tsx';
import { SettingsPage } from '../mfa/settings-page.tsx';
import { settingsRoutes } from '../mfa/settings-routes.tsx';
import { forgetWithSession } from '../session/follow-session.ts';
import { StepUpHost } from '../session/step-up-host.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { isReadOnly } from './given.ts';
import type { SettingsOptions } from './options.ts';

const SecondStepPage = lazyPage(() =>
  import('../session/second-step/second-step-page.tsx').then((code) => code.SecondStepPage),
);
const SignedOut = lazyPage(() => import('./signed-out.tsx').then((code) => code.SignedOut));

interface Props {
  queryClient: QueryClient;
  routing: SettingsOptions['routing'];
}

/** The settings in another page: what the app shows between its frame, and nothing that leads out of it. */
export function EmbeddedApp({ queryClient, routing }: Props) {
  useEffect(() => forgetWithSession(queryClient), [queryClient]);
  useEffect(() => followChanges(queryClient), [queryClient]);
  useEffect(() => {
    window.addEventListener(changeEvent, followHost);
    return () => window.removeEventListener(changeEvent, followHost);
  }, []);
  return (
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <Routing routing={routing}>
            <Pages />
            <StepUpHost />
          </Routing>
        </QueryClientProvider>
      </ErrorBoundary>
      <LiveRegion />
    </I18nProvider>
  );
}

function Routing({ routing, children }: Pick<Props, 'routing'> & { children: ReactNode }) {
  if (routing === 'hash') return <HashRouter>{children}</HashRouter>;
  if (typeof routing === 'object')
    return <BrowserRouter basename={routing.base}>{children}</BrowserRouter>;
  return <MemoryRouter>{children}</MemoryRouter>;
}

/** Without dialogs: each of them changes something. */
const pageToRead: RouteObject = { path: paths.settings, element: <SettingsPage /> };

function Pages() {
  const { pathname } = useLocation();
  useEffect(() => tell({ type: 'page-opened', page: pageOf(pathname) }), [pathname]);
  const page = useRoutes([
    { path: paths.signIn(), element: <SignedOut /> },
    { path: paths.secondStep(), element: <SecondStepPage /> },
    { element: <Gate />, children: [isReadOnly() ? pageToRead : settingsRoutes] },
    { path: '*', element: <Redirect to={paths.settings} /> },
  ]);
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense>{page}</Suspense>
    </ErrorBoundary>
  );
}

/** Lets those pass who are signed in, and have given their second step. */
function Gate() {
  const isSignedIn = useIsSignedIn();
  const { pathname } = useLocation();
  const { data: status } = useQuery({ ...mfaQueries.status(), enabled: isSignedIn });
  if (!isSignedIn) return <Redirect to={paths.signIn(pathname)} />;
  if (status?.isEnabled && !status.sessionVerified)
    return <Redirect to={paths.secondStep(pathname)} />;
  return <Outlet />;
}
