import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';

import { deviceQueries } from '../api/devices.ts';
import { explain } from '../api/explain.ts';
import { readTokens } from '../api/tokens.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { listSessions } from './describe-sessions.ts';
import { AsOf, LeftOut, RowsSkeleton } from './list-parts.tsx';
import { SessionRow } from './session-row.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { SignOutOthers } from './sign-out-others.tsx';

/** Everywhere somebody is signed in to this account. */
export function SessionsSection() {
  const { t } = useLingui();
  const isOnline = useIsOnline();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch, dataUpdatedAt } = useQuery(deviceQueries.sessions());
  const listed = data && listSessions(data, readTokens()?.tokenId);
  const isCurrentKnown = listed?.some(({ isCurrent }) => isCurrent);
  const others = listed?.filter(({ isCurrent }) => !isCurrent).map(({ session }) => session);
  // The button that had the focus is gone with its row.
  const focusHeading = () => heading.current?.focus();

  return (
    <section aria-labelledby="sessions-heading" className="devices-section">
      <h2 id="sessions-heading" ref={heading} tabIndex={-1}>
        <Trans>Sessions</Trans>
      </h2>
      {error && (
        <Failure
          what={data ? undefined : t`We couldn't load your sessions.`}
          {...explain(error)}
          onRetry={() => void refetch()}
        />
      )}
      {data && (error || !isOnline) && <AsOf time={dataUpdatedAt} />}
      {listed && others ? (
        <Card>
          <ul aria-labelledby="sessions-heading">
            {listed.map((each) => (
              <SessionRow key={each.session.id} listed={each} onEnded={focusHeading} />
            ))}
          </ul>
          <LeftOut count={data.unreadable}>
            <Plural
              value={data.unreadable}
              one="# session isn't shown because we couldn't read its details."
              other="# sessions aren't shown because we couldn't read their details."
            />
          </LeftOut>
          <div className="device-row device-row-end">
            {isCurrentKnown && <SignOutOthers others={others} onDone={focusHeading} />}
            <SignOutEverywhere />
          </div>
        </Card>
      ) : (
        !error && (
          <RowsSkeleton>
            <Trans>Loading your sessions</Trans>
          </RowsSkeleton>
        )
      )}
    </section>
  );
}
