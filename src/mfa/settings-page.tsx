import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router-dom';

import { profileQuery } from '../api/account.ts';
import { isMfaType } from '../api/contract.ts';
import { explain } from '../api/explain.ts';
import { linkMarkQuery } from '../api/link-mark.ts';
import { methodNames } from '../api/methods.ts';
import { useIdlePreload } from '../lib/preload.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Failure } from '../ui/failure.tsx';
import { LastUpdated } from '../ui/last-updated.tsx';
import { announce } from '../ui/live-region.tsx';
import type { MethodView } from './describe-methods.ts';
import { MethodList } from './method-list.tsx';
import { MethodsSkeleton } from './methods-skeleton.tsx';
import { ProtectionCard } from './protection-card.tsx';
import { assessProtection } from './protection.ts';
import { useRecommendation } from './recommendation/use-recommendation.ts';
import { RecoveryCard } from './recovery-card.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useMethodViews } from './use-method-views.ts';

const loadDialogs = () => import('./dialogs/settings-dialog.tsx');

export function SettingsPage() {
  const { t } = useLingui();
  const isOnline = useIsOnline();
  const { pathname } = useLocation();
  const { data: mark } = useQuery(linkMarkQuery());
  const { views, status, methods, asOf, error, readAgain } = useMethodViews(mark);
  const { data: profile } = useQuery(profileQuery());
  const protection = views && status && assessProtection(views, status);
  const recommendation = useRecommendation(views, protection);
  const isRead = protection && methods && recommendation !== undefined;
  useAnnounceChanges(views);
  useIdlePreload(loadDialogs, views !== undefined);

  return (
    <SettingsFrame lead={views && (error || !isOnline) && <LastUpdated at={asOf} />}>
      <title>{t`Multi-factor authentication`}</title>
      {/* Dialogs have addresses below this page's. If one cannot load, the error shows here. */}
      <ErrorBoundary resetKey={pathname}>
        <Suspense>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
      {error && (
        <Failure
          what={views ? undefined : t`We couldn't load your methods.`}
          {...explain(error)}
          onRetry={readAgain}
        />
      )}
      {isRead ? (
        <>
          <ProtectionCard
            protection={protection}
            recommendation={recommendation}
            isStale={error !== null}
          />
          <section aria-labelledby="methods-heading">
            <h2 id="methods-heading">
              <Trans>Methods</Trans>
            </h2>
            <MethodList
              views={views}
              answer={methods}
              recommended={recommendation?.mfaType}
              email={profile?.email}
              mark={mark ?? undefined}
              isStale={error !== null}
            />
          </section>
        </>
      ) : (
        !error && <MethodsSkeleton />
      )}
      {(isRead || error) && (
        <RecoveryCard canReset={!!views?.some(({ state }) => state === 'on' || state === 'off')} />
      )}
    </SettingsFrame>
  );
}

/** Tells screen readers once when a method's state changed, whatever changed it. */
function useAnnounceChanges(views: MethodView[] | undefined): void {
  const { t } = useLingui();
  const before = useRef<MethodView[]>(undefined);
  useEffect(() => {
    for (const view of views ?? []) {
      const old = before.current?.find(({ type }) => type === view.type);
      if (!old || !isMfaType(view.type)) continue;
      const name = t(methodNames[view.type]);
      if (old.state !== 'on' && view.state === 'on') announce(t`${name} is on.`);
      else if (old.state === 'on' && view.state !== 'on') announce(t`${name} is off.`);
      else if (!old.isPrimary && view.isPrimary) announce(t`${name} is your primary method.`);
    }
    before.current = views;
  }, [views, t]);
}
