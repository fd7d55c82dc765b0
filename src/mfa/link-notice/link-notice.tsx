import './words.ts';

import { Trans, useLingui } from '@lingui/react/macro';

import { isOutcomeUnknown } from '../../api/errors.ts';
import { explain, outcomeUnknown } from '../../api/explain.ts';
import { linkLifetime, type LinkMark, resendDelay, useSendLink } from '../../api/link-mark.ts';
import { serverNow } from '../../api/server-clock.ts';
import { formatDuration, maskEmail } from '../../lib/format.ts';
import { useIsCoolingDown, useSecondsLeft } from '../../lib/countdown.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import './link-notice.css';
import { mailboxOf } from './mailbox-of.ts';

/** What to do with the link that was sent, for as long as it lives. */
export function LinkNotice({ mark, email }: { mark: LinkMark; email: string | undefined }) {
  const { t } = useLingui();
  const resend = useSendLink();
  const left = useSecondsLeft(mark.expiresAt, serverNow);
  const untilResend = useSecondsLeft(mark.expiresAt - linkLifetime + resendDelay, serverNow);
  const mailbox = email && mailboxOf(email);
  const failure = resend.error && explain(resend.error);
  const isWaiting = useIsCoolingDown(failure);
  const address = email ? maskEmail(email) : t`your email`;
  const clock = formatDuration(left);

  return (
    <>
      <Notice
        tone="info"
        action={
          <div className="link-notice-actions">
            {mailbox && (
              <a href={mailbox.url} target="_blank" rel="noreferrer" className={buttonClass()}>
                <Trans>Open {mailbox.name}</Trans>
              </a>
            )}
            <Button
              onClick={() => resend.mutate()}
              isBusy={resend.isPending}
              isDisabled={untilResend > 0 || isWaiting}
            >
              {untilResend > 0 ? (
                <Trans>Resend in {formatDuration(untilResend)}</Trans>
              ) : (
                <Trans>Resend link</Trans>
              )}
            </Button>
          </div>
        }
      >
        {left > 0 ? (
          <Trans>
            Link sent to {address}. Open it within{' '}
            <b role="timer" className="link-notice-clock">
              {clock}
            </b>{' '}
            to turn magic links on.
          </Trans>
        ) : (
          <Trans>The link we sent to {address} no longer works. Send a new one.</Trans>
        )}
      </Notice>
      {failure && (
        <Failure
          {...failure}
          what={isOutcomeUnknown(resend.error) ? t(outcomeUnknown) : t`No new link was sent.`}
        />
      )}
    </>
  );
}
