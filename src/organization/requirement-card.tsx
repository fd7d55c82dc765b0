import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId } from 'react';
import { Link } from 'react-router-dom';

import type { MfaStatus } from '../api/contract.ts';
import { paths } from '../lib/paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ShieldIcon, WarningIcon } from '../ui/icons.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { countWithout } from './coverage.ts';
import { CoverageWords } from './coverage-words.tsx';
import { membersQuery } from './members-query.ts';
import './requirement-card.css';
import { RequirementDialog } from './requirement-dialog.tsx';
import { useAnnounceRequirement } from './use-announce-requirement.ts';
import { useQuestion } from './use-question.ts';

/** Whether everyone must have a second step, and the way to change that. */
export function RequirementCard({ status }: { status: MfaStatus }) {
  const reasonId = useId();
  const { data: coverage, isPending } = useQuery({ ...membersQuery(), select: countWithout });
  const { question, ask, close } = useQuestion();
  const wanted = question && 'isToEnforce' in question ? question.isToEnforce : undefined;
  const { isEnforced, isEnabled } = status;
  const isLocked = !isEnforced && !isEnabled;
  const isAsWanted = wanted === isEnforced;
  const closeAsWanted = useEffectEvent(close);
  // There is nothing left to ask once it is so, whoever made it so.
  useEffect(() => {
    if (isAsWanted) closeAsWanted();
  }, [isAsWanted]);
  useAnnounceRequirement(isEnforced);

  return (
    <Card className="requirement-card">
      <IconTile tone={isEnforced ? 'good' : 'warn'}>
        {isEnforced ? <ShieldIcon /> : <WarningIcon />}
      </IconTile>
      <div className="requirement-card-words">
        <h2>
          {isEnforced ? (
            <Trans>A second step is required</Trans>
          ) : (
            <Trans>A second step is not required</Trans>
          )}
        </h2>
        <p>
          {isPending ? (
            <Skeleton width="12rem" />
          ) : coverage ? (
            <CoverageWords {...coverage} />
          ) : isEnforced ? (
            <Trans>Everyone has to have one.</Trans>
          ) : (
            <Trans>Everyone decides for themselves.</Trans>
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
            Turn on a method of your own first, so that you do not lock yourself out.{' '}
            <Link to={paths.settings}>Go to settings</Link>
          </Trans>
        </p>
      )}
      {wanted !== undefined && !isAsWanted && (
        <RequirementDialog
          isToEnforce={wanted}
          isLocked={isLocked}
          coverage={coverage}
          onClose={close}
        />
      )}
    </Card>
  );
}
