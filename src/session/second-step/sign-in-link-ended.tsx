import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../lib/link.tsx';
import { explain } from '../../api/explain.ts';
import { paths } from '../../lib/paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { CheckIcon, ClockIcon } from '../../ui/later-icons.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { UnknownOutcome } from '../../ui/unknown-outcome.tsx';
import type { SignInLinkResult } from './use-sign-in-link.ts';

interface Props {
  result: SignInLinkResult;
  /** Why the last try failed. Null after a reload, when only the result is known. */
  error: Error | null;
  /** Present while the token is in memory. */
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
          title={t`You're signed in`}
          actions={
            <Link to={paths.settings} className={buttonClass('primary')}>
              <Trans>Go to settings</Trans>
            </Link>
          }
        >
          <Trans>
            The tab where you asked for the link will continue on its own. You can close this one.
          </Trans>
        </Outcome>
      );
    case 'no-longer-works':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`This link no longer works`}
          actions={<FinishSigningIn />}
        >
          <Trans>
            Links work once, for 10 minutes, in the browser that requested them. Send yourself a new
            one, or use another method.
          </Trans>
        </Outcome>
      );
    case 'unknown':
      return (
        <UnknownOutcome
          title={t`We couldn't tell whether that worked`}
          failure={error ? explain(error) : undefined}
          onRetry={onRetry}
          elsewhere={<FinishSigningIn />}
        >
          {onRetry && <Trans>It's safe to try again: the link only works once.</Trans>}
        </UnknownOutcome>
      );
  }
}

/** Leads to the second step, and from there to the sign-in page where nobody is signed in. */
export function FinishSigningIn() {
  return (
    <Link to={paths.secondStep()} className={buttonClass('primary')}>
      <Trans>Finish signing in</Trans>
    </Link>
  );
}
