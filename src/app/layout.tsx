import { Trans } from '@lingui/react/macro';
import { Outlet, useLocation } from 'react-router-dom';

import { useIsSignedIn } from '../api/tokens.ts';
import { paths } from '../lib/paths.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { OfflineIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { AccountButton } from './account-button.tsx';
import { AccountNav } from './account-nav.tsx';
import { Frame } from './frame.tsx';
import { PreferencesButton } from './preferences-button.tsx';

/** Every page, with who is signed in and whether there is a connection. */
export function Layout() {
  const isSignedIn = useIsSignedIn();
  const isOnline = useIsOnline();
  const { pathname } = useLocation();
  // Nobody is quite signed in on the pages for signing in, and the second step has its own way out.
  const isInside = isSignedIn && !pathname.startsWith(paths.signIn());
  return (
    <>
      <Frame
        account={isInside && <AccountButton />}
        nav={isInside && <AccountNav />}
        banner={
          !isOnline && (
            <div className="layout-banner">
              <Notice role="status" tone="warn" icon={<OfflineIcon />}>
                <Trans>You seem to be offline. Changes may not go through.</Trans>
              </Notice>
            </div>
          )
        }
      >
        <ErrorBoundary resetKey={pathname}>
          {/*
           * No `Suspense`: until the code of a page is here, what was on screen before stays, at first the shell of
           * index.html. With one, React would show a gap, and hold the page back for up to 300 ms after it.
           */}
          <Outlet />
          {!isInside && <PreferencesButton />}
        </ErrorBoundary>
      </Frame>
      <LiveRegion />
    </>
  );
}
