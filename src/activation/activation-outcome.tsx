import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../lib/link.tsx';
import { explain } from '../api/explain.ts';
import { RefusedError } from '../api/errors.ts';
import { paths } from '../lib/paths.ts';
import { buttonClass } from '../ui/button.tsx';
import { InfoIcon } from '../ui/icons.tsx';
import { CheckIcon, ClockIcon, SearchIcon } from '../ui/later-icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { UnknownOutcome } from '../ui/unknown-outcome.tsx';
import { NewLink } from './new-link.tsx';
import type { ActivationResult } from './outcome.ts';

interface Props {
  result: ActivationResult;
  /** Why the last try failed. Null after a reload, when only the outcome is known. */
  error: Error | null;
  /** Present while the token is in memory. */
  onRetry: (() => void) | undefined;
}

export function ActivationOutcome({ result, error, onRetry }: Props) {
  const { t } = useLingui();
  const { email, signedInAs } = result;
  const wasRefused = error instanceof RefusedError && error.status < 500;
  const settings = (
    <Link to={paths.settings} className={buttonClass('primary')}>
      <Trans>Go to settings</Trans>
    </Link>
  );
  switch (result.outcome) {
    case 'done':
      return (
        <Outcome icon={<CheckIcon />} tone="good" title={t`Magic link is on`} actions={settings}>
          {email ? (
            <Trans>
              <bdi>{email}</bdi> can finish signing in with an emailed link.
            </Trans>
          ) : (
            <Trans>
              From now on, a link sent to your email can finish signing you in after your password.
            </Trans>
          )}
        </Outcome>
      );
    case 'on-elsewhere':
      return (
        <Outcome
          icon={<InfoIcon />}
          tone="accent"
          title={t`This link was for another account`}
          actions={settings}
        >
          {signedInAs ? (
            <Trans>
              It turned on magic link for the account it was sent to. <bdi>{signedInAs}</bdi> is
              signed in here, and nothing changed for that account.
            </Trans>
          ) : (
            <Trans>
              It turned on magic link for the account it was sent to. Nothing changed for the
              account you're signed in to here.
            </Trans>
          )}
        </Outcome>
      );
    case 'on-for-someone':
      return (
        <Outcome icon={<InfoIcon />} tone="accent" title={t`The link worked`} actions={settings}>
          {signedInAs ? (
            <Trans>
              It turned on magic link for the account it was sent to. That may not be{' '}
              <bdi>{signedInAs}</bdi>, the account you're signed in to here.
            </Trans>
          ) : (
            <Trans>
              It turned on magic link for the account it was sent to. That may not be the account
              you're signed in to here.
            </Trans>
          )}
        </Outcome>
      );
    case 'already-on':
      return (
        <Outcome icon={<CheckIcon />} tone="good" title={t`Already on`} actions={settings}>
          {signedInAs ? (
            <Trans>
              Magic link is on for <bdi>{signedInAs}</bdi>, the account you're signed in to here.
              This link no longer works.
            </Trans>
          ) : (
            <Trans>
              Magic link is on for the account you're signed in to here. This link no longer works.
            </Trans>
          )}
        </Outcome>
      );
    case 'no-longer-works':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`This link no longer works`}
          actions={<NewLink />}
        >
          <Trans>
            Links work once and expire after 10 minutes. Send yourself a new one; it takes a moment.
          </Trans>
        </Outcome>
      );
    case 'may-be-on':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`Magic link may already be on`}
          actions={settings}
        >
          <Trans>
            We got no answer the first time, and the link no longer works, so magic link is most
            likely on. To be sure, check the settings of the account it was sent to.
          </Trans>
        </Outcome>
      );
    case 'not-found':
      return (
        <Outcome
          icon={<SearchIcon />}
          tone="warn"
          title={t`We couldn't find an account for this link`}
          actions={settings}
        >
          <Trans>The account may have been closed since the link was sent.</Trans>
        </Outcome>
      );
    case 'unknown':
      return (
        <UnknownOutcome
          title={wasRefused ? t`Magic link isn't on yet` : t`We couldn't tell whether that worked`}
          failure={error ? explain(error) : undefined}
          onRetry={onRetry}
          elsewhere={settings}
        >
          {onRetry ? (
            <Trans>It's safe to try again: the link only works once.</Trans>
          ) : (
            <Trans>
              Check your settings to see whether magic link is on. If it isn't, open the link again.
            </Trans>
          )}
        </UnknownOutcome>
      );
  }
}
