import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';

import { explain, stillTrue } from '../api/explain.ts';
import { type LinkMark, linkMarkQuery, resendDelay, useSendLink } from '../api/link-mark.ts';
import { linkLifetime } from '../api/storage-keys.ts';
import { serverNow } from '../api/server-clock.ts';
import { subscribeTokens } from '../api/tokens.ts';
import { formatDuration } from '../lib/format.ts';
import { useIsCoolingDown, useSecondsLeft } from '../lib/countdown.ts';
import { Failure } from '../ui/failure.tsx';
import { MailIcon } from '../ui/icons.tsx';
import { announce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { ProofButton } from './proof-button.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** Sends a sign-in link, and continues by itself once the link is opened in this browser. */
export function ProveByLink({ onProven }: { onProven?: (() => void) | undefined }) {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  const { data: mark } = useQuery(linkMarkQuery());
  const send = useSendLink();
  useOnVerified(onProven);
  useFocusOnMount(button);

  const untilResend = useUntilResend(mark);
  const explanation = send.error ? explain(send.error) : undefined;
  const isWaiting = useIsCoolingDown(explanation);

  return (
    <div className="proof-panel">
      {mark ? (
        <LinkSent mark={mark} />
      ) : (
        <p>
          <Trans>We'll send a link to your email. Open it in this browser.</Trans>
        </p>
      )}
      {explanation && (
        <Failure {...explanation} what={t(stillTrue(send.error, msg`No link was sent.`))} />
      )}
      {mark && <WhenToResend mark={mark} />}
      <ProofButton
        ref={button}
        variant={mark ? 'secondary' : 'primary'}
        isBusy={send.isPending}
        isDisabled={untilResend > 0 || isWaiting}
        onClick={() => send.mutate(undefined, { onSuccess: () => announce(t`Link sent.`) })}
      >
        {mark ? <Trans>Resend link</Trans> : <Trans>Send link</Trans>}
      </ProofButton>
    </div>
  );
}

function LinkSent({ mark }: { mark: LinkMark }) {
  const left = useSecondsLeft(mark.expiresAt, serverNow);
  const clock = formatDuration(left);
  return (
    <Notice tone="info" icon={<MailIcon />}>
      {left > 0 ? (
        <Trans>
          We sent a link to your email. Open it in this browser within{' '}
          <b role="timer" className="proof-clock">
            {clock}
          </b>
          . This page will then continue on its own.
        </Trans>
      ) : (
        <Trans>The link we sent no longer works. Send a new one.</Trans>
      )}
    </Notice>
  );
}

function useUntilResend(mark: LinkMark | null | undefined): number {
  return useSecondsLeft(mark ? mark.expiresAt - linkLifetime + resendDelay : undefined, serverNow);
}

/** Not in the button, because a name that ticks is read out again and again. */
function WhenToResend({ mark }: { mark: LinkMark }) {
  const seconds = useUntilResend(mark);
  return (
    <p className="proof-resend">
      <Trans>Didn't get it?</Trans>
      <SentenceGap />
      {seconds > 0 ? (
        <Trans>
          You can resend it in{' '}
          <span role="timer" className="proof-clock">
            {formatDuration(seconds)}
          </span>
          .
        </Trans>
      ) : (
        <Trans>Check your spam folder, or resend it.</Trans>
      )}
    </p>
  );
}

/** Calls back once the session is verified, in this tab or another. */
function useOnVerified(onVerified: (() => void) | undefined): void {
  const notify = useEffectEvent(() => onVerified?.());
  useEffect(
    () =>
      subscribeTokens((change) => {
        if (change === 'verified') notify();
      }),
    [],
  );
}
