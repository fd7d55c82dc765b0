import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import * as v from 'valibot';

import { Link } from '../../lib/link.tsx';
import { deviceQueries } from '../../api/devices.ts';
import { explain } from '../../api/explain.ts';
import { askForRecentProof } from '../../api/recent-proof.ts';
import { readTokens } from '../../api/tokens.ts';
import { laterPaths } from '../../lib/later-paths.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Failure } from '../../ui/failure.tsx';
import { listSessions } from '../describe-sessions.ts';
import '../../ui/lone-link.css';
import '../sections.css';
import { RowsSkeleton } from '../list-parts.tsx';
import { SignOutEverywhere } from '../sign-out-everywhere.tsx';
import { SignOutOthers } from '../sign-out-others.tsx';
import { focusNext, NextSteps } from './next-steps.tsx';

/** What the history entry keeps, so that a reload goes on where the person was. */
const historyState = v.object({ isProven: v.boolean() });

/**
 * The path for somebody who fears that another person is signed in as them: a fresh proof, everybody
 * else out, then what else to do. Who is signed in is read anew, so a reload can't skip a step.
 */
export function NotMePage() {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state } = useLocation();
  const isProven = v.is(historyState, state) && state.isProven;
  useEffect(() => heading.current?.focus(), [isProven]);
  return (
    <div className="devices-page">
      <title>{t`That wasn't me`}</title>
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {isProven ? <Trans>Sign everyone else out</Trans> : <Trans>That wasn't me</Trans>}
        </h1>
        <p className="device-row-detail">
          {isProven ? (
            <Trans>Anyone else who's signed in to your account will have to sign in again.</Trans>
          ) : (
            <Trans>
              Three steps: confirm it's you, sign everyone else out, then secure your account.
            </Trans>
          )}
        </p>
      </header>
      {isProven ? <EverybodyOut /> : <Prove />}
    </div>
  );
}

/** Milliseconds. Whoever has just signed in to come here need not do so again. */
const justNow = 60_000;

/** Asks even where changes need no proof yet: whoever sits here may have found this browser signed in. */
function Prove() {
  const navigate = useNavigate();
  const prove = useMutation({
    mutationFn: async () => {
      await askForRecentProof(laterPaths.notMe, justNow);
      await navigate(laterPaths.notMe, { replace: true, state: { isProven: true } });
    },
  });
  return (
    <Card className="device-row">
      <p className="device-row-words">
        <Trans>First, confirm it's you. Then you can sign out everyone else.</Trans>
      </p>
      <Button variant="primary" isBusy={prove.isPending} onClick={() => prove.mutate()}>
        <Trans>Confirm it's me</Trans>
      </Button>
      {prove.error && (
        <div className="device-row-answer">
          <Failure {...explain(prove.error)} />
        </div>
      )}
    </Card>
  );
}

function EverybodyOut() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(deviceQueries.sessions());
  const listed = data && listSessions(data, readTokens()?.tokenId);
  const isCurrentKnown = listed?.some(({ isCurrent }) => isCurrent);
  const others = listed?.filter(({ isCurrent }) => !isCurrent).map(({ session }) => session);
  if (error || !data || !others)
    return error ? (
      <Failure
        what={t`We couldn't load your sessions.`}
        {...explain(error)}
        onRetry={() => void refetch()}
      />
    ) : (
      <RowsSkeleton>
        <Trans>Loading your sessions</Trans>
      </RowsSkeleton>
    );
  return (
    <>
      <Card className="device-row">
        {isCurrentKnown ? (
          <>
            {others.length > 0 && (
              <p className="device-row-words">
                <Plural
                  value={others.length}
                  one="There is # other session."
                  other="There are # other sessions."
                />
              </p>
            )}
            <SignOutOthers others={others} variant="primary" onDone={focusNext} />
          </>
        ) : (
          <>
            <p>
              <Trans>
                We can't tell which session is this one, so they can only end together. Sign in
                again afterward, then change your password.
              </Trans>
            </p>
            <SignOutEverywhere />
          </>
        )}
        {data.unreadable > 0 && isCurrentKnown && (
          <>
            <p>
              <Trans>
                We couldn't read every session. To be safe, sign out everywhere, including here.
              </Trans>
            </p>
            <SignOutEverywhere />
          </>
        )}
      </Card>
      <NextSteps isNext={isCurrentKnown && others.length === 0} />
      <p>
        <Link className="lone-link" to={paths.devices}>
          <Trans>See where you're signed in</Trans>
        </Link>
      </p>
    </>
  );
}
