import { Trans } from '@lingui/react/macro';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';

import { Link } from '../lib/link.tsx';
import { useIsSignedIn } from '../api/tokens.ts';
import { paths } from '../lib/paths.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { OfflineIcon, ShieldIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { AccountMenu } from './account-menu.tsx';
import './layout.css';

/** The frame around every page. */
export function Layout() {
  const isSignedIn = useIsSignedIn();
  const isOnline = useIsOnline();
  const { pathname } = useLocation();
  return (
    <>
      <a href="#content" className="layout-skip">
        <Trans>Skip to content</Trans>
      </a>
      <header className="layout-header">
        <Link to={paths.settings} className="layout-brand">
          <ShieldIcon />
          <Trans>Account security</Trans>
        </Link>
        {isSignedIn && <AccountMenu />}
      </header>
      {!isOnline && (
        <div className="layout-banner">
          <Notice role="status" tone="warn" icon={<OfflineIcon />}>
            <Trans>You seem to be offline. Changes may not go through.</Trans>
          </Notice>
        </div>
      )}
      <main id="content" tabIndex={-1} className="layout-main">
        <ErrorBoundary resetKey={pathname}>
          <Suspense>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <LiveRegion />
    </>
  );
}
