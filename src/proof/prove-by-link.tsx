import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';

import { isOutcomeUnknown } from '../api/errors.ts';
import { outcomeUnknown } from '../api/explain.ts';
import { linkLifetime, linkMarkQuery, resendDelay, useSendLink } from '../api/link-mark.ts';
import { serverNow } from '../api/server-clock.ts';
import { formatDuration } from '../lib/format.ts';
import { useIsCoolingDown, useSecondsLeft } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { announce } from '../ui/live-region.tsx';
import { explainProof } from './explain-proof.ts';
import { LinkAwaited } from './link-awaited.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { useOnVerified } from './use-on-verified.ts';

interface Props {
  hint?: ReactNode;
  onProven?: (() => void) | undefined;
}

/** Sends a link, and goes on by itself when it is opened in this browser. */
export function ProveByLink({ hint, onProven }: Props) {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  const { data: mark } = useQuery(linkMarkQuery());
  const send = useSendLink();
  useOnVerified(onProven);
  useFocusOnMount(button);

  const sentAt = mark ? mark.expiresAt - linkLifetime : undefined;
  const untilResend = useSecondsLeft(sentAt && sentAt + resendDelay, serverNow);
  const explanation = send.error ? explainProof(send.error) : undefined;
  const isWaiting = useIsCoolingDown(explanation);
  const clock = formatDuration(untilResend);

  function label() {
    if (untilResend > 0) return <Trans>Resend in {clock}</Trans>;
    return mark ? <Trans>Resend link</Trans> : <Trans>Send link</Trans>;
  }

  return (
    <div className="proof-panel">
      {mark ? (
        <LinkAwaited mark={mark} />
      ) : (
        <p>{hint ?? <Trans>We send a link to your email. Open it in this browser.</Trans>}</p>
      )}
      {explanation && (
        <Failure
          {...explanation}
          what={isOutcomeUnknown(send.error) ? t(outcomeUnknown) : t`No link was sent.`}
        />
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
