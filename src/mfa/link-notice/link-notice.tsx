import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import { explain, stillTrue } from '../../api/explain.ts';
import { type LinkMark, resendDelay, useSendLink } from '../../api/link-mark.ts';
import { linkLifetime } from '../../api/storage-keys.ts';
import { serverNow } from '../../api/server-clock.ts';
import { useIsCoolingDown, useSecondsLeft } from '../../lib/countdown.ts';
import { formatDuration, maskEmail } from '../../lib/format.ts';
import { addWords } from '../../lib/words.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SentenceGap } from '../../ui/sentence-gap.tsx';
import './link-notice.css';
import { messages } from './locales/en.po';

// Loaded only when a link was sent.
addWords(messages);

/** What to do with the link that was sent, until it expires and after. */
export function LinkNotice({ mark, email }: { mark: LinkMark; email: string | undefined }) {
  const { t } = useLingui();
  const resend = useSendLink();
  const left = useSecondsLeft(mark.expiresAt, serverNow);
  const untilResend = useSecondsLeft(mark.expiresAt - linkLifetime + resendDelay, serverNow);
  const mailbox = email && mailboxOf(email);
  const failure = resend.error && explain(resend.error);
  const isWaiting = useIsCoolingDown(failure);
  const address = email && maskEmail(email);
  const clock = formatDuration(left);

  return (
    <>
      <Notice
        tone="info"
        action={
          <div className="notice-actions">
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
              <Trans>Resend link</Trans>
            </Button>
          </div>
        }
      >
        <span key={address}>
          {address ? (
            <Trans>
              Link sent to <bdi>{address}</bdi>.
            </Trans>
          ) : (
            <Trans>Link sent to your email.</Trans>
          )}
          <SentenceGap />
        </span>
        <span key={String(left > 0)}>
          {left > 0 ? (
            <Trans>
              Open it within{' '}
              <b role="timer" className="link-notice-clock">
                {clock}
              </b>{' '}
              to turn on magic link.
            </Trans>
          ) : (
            <Trans>It no longer works. Send a new one.</Trans>
          )}
        </span>
        {/* Not in the button, because a name that ticks is read out again and again. */}
        {untilResend > 0 && (
          <span key="resend" className="link-notice-resend">
            <Trans>
              You can resend it in{' '}
              <span role="timer" className="link-notice-clock">
                {formatDuration(untilResend)}
              </span>
              .
            </Trans>
          </span>
        )}
      </Notice>
      {failure && (
        <Failure {...failure} what={t(stillTrue(resend.error, msg`No new link was sent.`))} />
      )}
    </>
  );
}

const mailboxes: Record<string, { name: string; url: string }> = {
  'gmail.com': { name: 'Gmail', url: 'https://mail.google.com/' },
  'googlemail.com': { name: 'Gmail', url: 'https://mail.google.com/' },
  'outlook.com': { name: 'Outlook', url: 'https://outlook.live.com/mail/' },
  'hotmail.com': { name: 'Outlook', url: 'https://outlook.live.com/mail/' },
  'live.com': { name: 'Outlook', url: 'https://outlook.live.com/mail/' },
  'yahoo.com': { name: 'Yahoo Mail', url: 'https://mail.yahoo.com/' },
  'icloud.com': { name: 'iCloud Mail', url: 'https://www.icloud.com/mail/' },
  'me.com': { name: 'iCloud Mail', url: 'https://www.icloud.com/mail/' },
  'proton.me': { name: 'Proton Mail', url: 'https://mail.proton.me/' },
  'protonmail.com': { name: 'Proton Mail', url: 'https://mail.proton.me/' },
};

/** The web mail of an email address, for the providers whose web mail has one address for everybody. */
function mailboxOf(email: string) {
  return mailboxes[email.slice(email.lastIndexOf('@') + 1).toLowerCase()];
}
