import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { Outlet, useLocation } from 'react-router-dom';

import type { MfaStatus } from '../api/contract.ts';
import { explain } from '../api/explain.ts';
import { type LinkMark, linkMarkQuery } from '../api/link-mark.ts';
import { mfaQueries } from '../api/mfa.ts';
import { profileQuery } from '../api/account.ts';
import { serverNow } from '../api/server-clock.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Failure } from '../ui/failure.tsx';
import { describeMethods } from './describe-methods.ts';
import { MethodList } from './method-list.tsx';
import { MethodsSkeleton } from './methods-skeleton.tsx';
import { assessProtection } from './protection.ts';
import { ProtectionCard } from './protection-card.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import './settings-page.css';
import { useAnnounceChanges } from './use-announce-changes.ts';

const RecommendationCard = lazyPage(() =>
  import('./recommendation/recommendation-card.tsx').then(
    (code) => code.RecommendationCard,
    // Advice that does not arrive is no reason to lose the page.
    () => () => null,
  ),
);

/** Milliseconds. While a link is on its way it may be opened on another device. */
const linkPoll = 5000;

export function SettingsPage() {
  const { t } = useLingui();
  const isOnline = useIsOnline();
  const { pathname } = useLocation();
  const { data: mark } = useQuery(linkMarkQuery());
  const status = useQuery({
    ...mfaQueries.status(),
    refetchInterval: ({ state }) => awaitsLink(mark, state.data) && linkPoll,
  });
  const methods = useQuery({
    ...mfaQueries.methods(),
    refetchInterval: () => awaitsLink(mark, status.data) && linkPoll,
  });
  const { data: profile } = useQuery(profileQuery());
  const views = useMemo(
    () => methods.data && status.data && describeMethods(methods.data.methods, status.data),
    [methods.data, status.data],
  );
  useAnnounceChanges(views);

  const error = status.error ?? methods.error;
  const readAgain = () => void Promise.all([status.refetch(), methods.refetch()]);
  const asOf = new Date(Math.min(status.dataUpdatedAt, methods.dataUpdatedAt));

  return (
    <div className="settings-page">
      <title>{t`Multi-factor authentication`}</title>
      <header>
        <h1>
          <Trans>Multi-factor authentication</Trans>
        </h1>
        <p className="settings-page-lead">
          {views && (error || !isOnline) ? (
            <AsOf date={asOf} />
          ) : (
            <Trans>A second step at sign-in, so a stolen password alone is not enough.</Trans>
          )}
        </p>
      </header>
      {/* A dialog has an address below this page's. Where it does not arrive, that is said here. */}
      <ErrorBoundary resetKey={pathname}>
        <Suspense>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
      {error && (
        <Failure
          what={views ? undefined : t`Your methods could not be read.`}
          {...explain(error)}
          onRetry={readAgain}
        />
      )}
      {views && status.data && methods.data ? (
        <>
          <ProtectionCard protection={assessProtection(views, status.data)} />
          <section aria-labelledby="methods-heading">
            <h2 id="methods-heading">
              <Trans>Methods</Trans>
            </h2>
            <MethodList
              views={views}
              answer={methods.data}
              email={profile?.email}
              mark={mark ?? undefined}
              isStale={error !== null}
            />
          </section>
        </>
      ) : (
        !error && <MethodsSkeleton />
      )}
      <RecoveryCard />
      {/* Last, as it comes late: there it moves nothing. */}
      <Suspense>{views && <RecommendationCard views={views} />}</Suspense>
    </div>
  );
}

function awaitsLink(mark: LinkMark | null | undefined, status: MfaStatus | undefined): boolean {
  return !!mark && mark.expiresAt > serverNow() && !status?.enabledMethods.includes('MAGIC_LINK');
}

function AsOf({ date }: { date: Date }) {
  const { i18n } = useLingui();
  const time = i18n.date(date, { timeStyle: 'short' });
  return <Trans>What you see is as of {time}.</Trans>;
}
