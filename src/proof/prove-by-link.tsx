import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';

import { explain, stillTrue } from '../api/explain.ts';
import { type LinkMark, linkMarkQuery, resendDelay, useSendLink } from '../api/link-mark.ts';
import { linkLifetime } from '../api/storage-keys.ts';
import { serverNow } from '../api/server-clock.ts';
import { subscribeTokens } from '../api/tokens.ts';
import { formatDuration } from '../lib/format.ts';
import { useIsCoolingDown, useSecondsLeft } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { MailIcon } from '../ui/icons.tsx';
import { announce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { proofWords } from './proof-errors.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

interface Props {
  hint?: ReactNode;
  onProven?: (() => void) | undefined;
}

/** Sends a sign-in link, and continues by itself once the link is opened in this browser. */
export function ProveByLink({ hint, onProven }: Props) {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  const { data: mark } = useQuery(linkMarkQuery());
  const send = useSendLink();
  useOnVerified(onProven);
  useFocusOnMount(button);

  const sentAt = mark ? mark.expiresAt - linkLifetime : undefined;
  const untilResend = useSecondsLeft(sentAt && sentAt + resendDelay, serverNow);
  const explanation = send.error ? explain(send.error, proofWords) : undefined;
  const isWaiting = useIsCoolingDown(explanation);
  const clock = formatDuration(untilResend);

  function label() {
    if (untilResend > 0) return <Trans>Resend in {clock}</Trans>;
    return mark ? <Trans>Resend link</Trans> : <Trans>Send link</Trans>;
  }

  return (
    <div className="proof-panel">
      {mark ? (
        <LinkSent mark={mark} />
      ) : (
        <p>{hint ?? <Trans>We'll send a link to your email. Open it in this browser.</Trans>}</p>
      )}
      {explanation && (
        <Failure {...explanation} what={t(stillTrue(send.error, msg`No link was sent.`))} />
      )}
      <Button
        ref={button}
        variant={mark ? 'secondary' : 'primary'}
        isBusy={send.isPending}
        isDisabled={untilResend > 0 || isWaiting}
        onClick={() => send.mutate(undefined, { onSuccess: () => announce(t`Link sent.`) })}
      >
        {label()}
      </Button>
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
