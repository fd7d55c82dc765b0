import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef } from 'react';

import { Link } from '../lib/link.tsx';
import type { MfaStatus } from '../api/contract.ts';
import { paths } from '../lib/paths.ts';
import { ProveFirst } from '../proof/prove-first.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ShieldIcon, WarningIcon } from '../ui/icons.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { announce } from '../ui/live-region.tsx';
import { Reading } from '../ui/reading.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { countWithout } from './describe-members.ts';
import { membersQuery } from './members-query.ts';
import './requirement-card.css';
import { CoverageWords, RequirementDialog } from './requirement-dialog.tsx';
import { useQuestion } from './use-question.ts';

/** Shows whether everyone must have a second step, and lets the reader change it. */
export function RequirementCard({ status }: { status: MfaStatus }) {
  const reasonId = useId();
  const { data: coverage, isPending } = useQuery({ ...membersQuery(), select: countWithout });
  const { question, ask, close } = useQuestion();
  const wanted = question && 'isToEnforce' in question ? question.isToEnforce : undefined;
  const { isEnforced, isEnabled } = status;
  const isAtRisk = !isEnforced && coverage !== undefined && coverage.without > 0;
  const isLocked = !isEnforced && !isEnabled;
  const isAsWanted = wanted === isEnforced;
  const closeAsWanted = useEffectEvent(close);
  // The question is settled once the status is as asked for, whoever changed it.
  useEffect(() => {
    if (isAsWanted) closeAsWanted();
  }, [isAsWanted]);
  useAnnounceRequirement(isEnforced);

  return (
    <Card className="requirement-card">
      <IconTile tone={isEnforced ? 'good' : isAtRisk ? 'warn' : 'neutral'}>
        {isAtRisk ? <WarningIcon /> : <ShieldIcon />}
      </IconTile>
      <div className="requirement-card-words">
        <h2>
          {isEnforced ? (
            <Trans>A second step is required</Trans>
          ) : (
            <Trans>A second step isn't required</Trans>
          )}
        </h2>
        <p>
          {isPending ? (
            <Skeleton width="12rem" />
          ) : coverage ? (
            <CoverageWords {...coverage} />
          ) : isEnforced ? (
            <Trans>Everyone has to use one.</Trans>
          ) : (
            <Trans>Members decide for themselves.</Trans>
          )}
        </p>
      </div>
      <Button
        variant={isEnforced ? 'secondary' : 'primary'}
        isDisabled={isLocked}
        aria-describedby={isLocked ? reasonId : undefined}
        onClick={() => ask({ isToEnforce: !isEnforced })}
      >
        {isEnforced ? <Trans>Stop requiring</Trans> : <Trans>Require for everyone</Trans>}
      </Button>
      {isLocked && (
        <p id={reasonId} className="requirement-card-reason">
          <Trans>
            Turn on a method of your own first so you don't lock yourself out.{' '}
            <Link to={paths.settings}>Go to settings</Link>
          </Trans>
        </p>
      )}
      {wanted !== undefined && !isAsWanted && (
        <ProveFirst call={{ path: '/mfa/organization/enforce' }} onDeclined={close}>
          <RequirementDialog
            isToEnforce={wanted}
            isLocked={isLocked}
            coverage={coverage}
            onClose={close}
          />
        </ProveFirst>
      )}
    </Card>
  );
}

/** Has the size of the card. */
export function RequirementSkeleton() {
  return (
    <Card className="requirement-card">
      <Skeleton width="2.75rem" height="2.75rem" />
      <div className="requirement-card-words">
        <h2>
          <Skeleton width="15rem" />
        </h2>
        <Reading width="18rem">
          <Trans>Loading your organization</Trans>
        </Reading>
      </div>
    </Card>
  );
}

/** Announces a change of the requirement once the page shows it, whoever made the change. */
function useAnnounceRequirement(isEnforced: boolean): void {
  const { t } = useLingui();
  const said = useRef(isEnforced);
  useEffect(() => {
    if (said.current === isEnforced) return;
    said.current = isEnforced;
    announce(
      isEnforced
        ? t`A second step is now required for everyone.`
        : t`A second step is no longer required.`,
    );
  }, [isEnforced, t]);
}
