import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { formatDuration } from '../lib/format.ts';
import { useSecondsLeft } from '../lib/countdown.ts';
import { Alert } from './notice.tsx';
import { Button } from './button.tsx';
import './failure.css';
import { Notice } from './notice.tsx';
import { SentenceGap } from './sentence-gap.tsx';

interface Props {
  /**
   * What did not change: "Passkey is still off." Not shown for neutral failures, whose `why` says
   * it all.
   */
  what?: ReactNode;
  why: MessageDescriptor;
  reference?: string | undefined;
  /** Milliseconds since the epoch, by this device's clock. */
  retryAt?: number | undefined;
  isNeutral?: boolean;
  onRetry?: (() => void) | undefined;
}

/** Tells next to an action that it failed: what did not change, why, and what to do next. */
export function Failure({ what, why, reference, retryAt, isNeutral = false, onRetry }: Props) {
  const { t } = useLingui();
  const seconds = useSecondsLeft(retryAt, Date.now);
  const action = onRetry && (
    <Button onClick={onRetry} isDisabled={seconds > 0}>
      <Trans>Try again</Trans>
    </Button>
  );
  const words = (
    <>
      <span>{!isNeutral && what}</span>
      <SentenceGap />
      <span>{t(why)}</span>
      <SentenceGap />
      {seconds > 0 && (
        <span role="timer">
          <Trans>Try again in {formatDuration(seconds)}.</Trans>
        </span>
      )}
      {reference && (
        <small className="failure-reference">
          <Trans>Reference: {reference}</Trans>
        </small>
      )}
    </>
  );
  if (!isNeutral) return <Alert action={action}>{words}</Alert>;
  return (
    <Notice role="status" tone="info" action={action}>
      {words}
    </Notice>
  );
}
