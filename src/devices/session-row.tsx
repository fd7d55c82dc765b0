import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';

import { Link } from '../lib/link.tsx';
import type { Session } from '../api/contract-devices.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { announce } from '../ui/live-region.tsx';
import { sentenceGap } from '../ui/sentence-gap.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { deviceRefusals } from './confirm-dialog.tsx';
import { describeLogin, type ListedSession } from './describe-sessions.ts';
import './device-row.css';
import { ExactTime, isJustNow, useRelativeTime } from './moment.tsx';
import { useRevokeSessions } from './use-revoke-sessions.ts';

interface Props {
  listed: ListedSession;
  /** Called once the refetched list no longer has it. */
  onEnded: () => void;
}

/** One session, and a way to end it. */
export function SessionRow({ listed: { session, isCurrent }, onEnded }: Props) {
  const { t } = useLingui();
  const detailId = useId();
  const name = useSessionName()(session);
  const revoke = useRevokeSessions(({ left }) => {
    if (left.length > 0) return;
    announce(t`${name} was signed out.`);
    onEnded();
  });
  const cause = revoke.error ?? (revoke.data?.left.length ? revoke.data.error : null);
  const failure = cause ? explain(cause, deviceRefusals) : undefined;
  const isWaiting = useIsCoolingDown(failure);

  return (
    <li className="device-row">
      <div className="device-row-words">
        <h3 className="device-row-title">
          <bdi>{name}</bdi>
          {isCurrent && <Badge tone="accent">{t`This browser`}</Badge>}
        </h3>
        <SessionSummary session={session} id={detailId} />
        <SessionDetails session={session} name={name} />
      </div>
      {!isCurrent && (
        <div className="device-row-actions">
          <Button
            isBusy={revoke.isPending}
            isDisabled={isWaiting}
            aria-describedby={detailId}
            onClick={() => revoke.mutate([session])}
          >
            <span>
              <Trans>
                Sign out<VisuallyHidden> {name}</VisuallyHidden>
              </Trans>
            </span>
          </Button>
          <Link to={laterPaths.notMe} className="device-row-link">
            <Trans>
              Not you?<VisuallyHidden> {name}</VisuallyHidden>
            </Trans>
          </Link>
        </div>
      )}
      {failure ? (
        <div className="device-row-answer">
          <Failure
            {...failure}
            // The refetched list has it still, unless nothing could be refetched.
            what={revoke.data ? t`Still signed in.` : t(stillTrue(cause, msg`Still signed in.`))}
          />
        </div>
      ) : (
        revoke.data &&
        revoke.data.left.length > 0 && (
          <p className="device-row-answer" role="status">
            <Trans>The service accepted this but doesn't show it yet.</Trans>
          </p>
        )
      )}
    </li>
  );
}

/** What to call a session: the hosted contract may leave its device's name out. */
export function useSessionName(): (session: Session) => string {
  const { t } = useLingui();
  return ({ deviceName }) => deviceName?.trim() || t`Unknown device`;
}

function SessionSummary({ session, id }: { session: Session; id: string }) {
  const { t, i18n } = useLingui();
  const relative = useRelativeTime();
  const { location, ipAddress, lastActivity, startedAt } = session;
  const place = [location?.trim(), ipAddress?.trim()].filter(Boolean).join(' · ');
  const active = lastActivity && relative(lastActivity);
  const began = startedAt && relative(startedAt);
  const sentences = [
    lastActivity && (isJustNow(lastActivity) ? t`Active now.` : t`Last active ${active}.`),
    startedAt && (isJustNow(startedAt) ? t`Signed in just now.` : t`Signed in ${began}.`),
  ];
  const words = sentences.filter(Boolean).join(sentenceGap(i18n.locale));
  return (
    <div id={id} className="device-row-detail">
      {place && (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      <p>
        {/* A new element for new words, because browsers that translate replace the text in the old one. */}
        <span key={words}>{words}</span>
      </p>
    </div>
  );
}

function SessionDetails({ session, name }: { session: Session; name: string }) {
  const { t } = useLingui();
  const { startedAt, lastActivity, expiresAt } = session;
  const login = describeLogin(session);
  return (
    <details>
      <summary>
        <Trans>
          Details<VisuallyHidden> of {name}</VisuallyHidden>
        </Trans>
      </summary>
      <dl className="device-row-facts">
        {login && (
          <div>
            <dt>
              <Trans>Signed in with</Trans>
            </dt>
            <dd>{typeof login === 'string' ? <bdi>{login}</bdi> : t(login)}</dd>
          </div>
        )}
        {startedAt && <Fact name={t`Signed in`} time={startedAt} />}
        {lastActivity && <Fact name={t`Last active`} time={lastActivity} />}
        {expiresAt && <Fact name={t`Signed in until`} time={expiresAt} />}
      </dl>
    </details>
  );
}

export function Fact({ name, time }: { name: string; /** Milliseconds. */ time: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ExactTime time={time} />
      </dd>
    </div>
  );
}
