import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router-dom';

import { explain } from '../../api/explain.ts';
import { paths } from '../../lib/paths.ts';
import { useIsOnline } from '../../lib/use-is-online.ts';
import { useSecondsLeft } from '../../lib/use-seconds-left.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { CheckIcon, ClockIcon } from '../../ui/later-icons.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import type { SignInLinkResult } from './sign-in-link-result.ts';

interface Props {
  result: SignInLinkResult;
  /** Why the last try failed; null after a reload, when only the outcome is known. */
  error: Error | null;
  /** Present while the token is still in memory. */
  onRetry: (() => void) | undefined;
}

export function SignInLinkEnded({ result, error, onRetry }: Props) {
  const { t } = useLingui();
  switch (result) {
    case 'done':
      return (
        <Outcome
          icon={<CheckIcon />}
          tone="good"
          title={t`You are signed in`}
          actions={
            <Link to={paths.settings} className={buttonClass('primary')}>
              <Trans>Go to settings</Trans>
            </Link>
          }
        >
          <Trans>
            The tab where you asked for the link goes on by itself. You can close this one.
          </Trans>
        </Outcome>
      );
    case 'no-longer-works':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`This link no longer works`}
          actions={
            <Link to={paths.secondStep()} className={buttonClass('primary')}>
              <Trans>Go on signing in</Trans>
            </Link>
          }
        >
          <Trans>
            Links work once, for 10 minutes, in the browser that asked for them. Send yourself a new
            one, or use another method.
          </Trans>
        </Outcome>
      );
    case 'unknown':
      return <Unknown error={error} onRetry={onRetry} />;
  }
}

function Unknown({ error, onRetry }: Omit<Props, 'result'>) {
  const { t } = useLingui();
  const isOnline = useIsOnline();
  const explanation = error ? explain(error) : undefined;
  const isWaiting = useSecondsLeft(explanation?.retryAt, Date.now) > 0;
  return (
    <Outcome
      icon={<WarningIcon />}
      tone="warn"
      title={t`We could not tell whether that worked`}
      actions={
        onRetry ? (
          <Button variant="primary" onClick={onRetry} isDisabled={isWaiting || !isOnline}>
            <Trans>Try again</Trans>
          </Button>
        ) : (
          <Link to={paths.secondStep()} className={buttonClass('primary')}>
            <Trans>Go on signing in</Trans>
          </Link>
        )
      }
    >
      {explanation && <Failure {...explanation} />}
      {onRetry && <Trans>Trying again does no harm: the link works once.</Trans>}
    </Outcome>
  );
}
