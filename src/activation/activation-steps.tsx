import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';

import { config } from '../api/config.ts';
import { signedInAsQuery } from '../api/signed-in-as-query.ts';
import { useIsSignedIn } from '../api/tokens.ts';
import { maskEmail } from '../lib/format.ts';
import { paths } from '../lib/paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { MailIcon, OfflineIcon, WarningIcon } from '../ui/icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { WorkingOutcome } from '../ui/outcome.tsx';

export function ConfirmActivation({ onConfirm }: { onConfirm: (() => void) | undefined }) {
  const { t } = useLingui();
  const isSignedIn = useIsSignedIn();
  const { data: here } = useQuery({ ...signedInAsQuery(), enabled: isSignedIn });
  const { supportEmail } = config;
  return (
    <Outcome
      icon={<MailIcon />}
      tone="accent"
      title={t`Turn on magic link?`}
      actions={
        <Button variant="primary" onClick={onConfirm}>
          <Trans>Turn on magic link</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          After your password, a link sent to your email will then finish signing you in.
        </Trans>
      </p>
      {isSignedIn && here !== undefined && (
        <p>
          <Trans>
            You are signed in as {maskEmail(here)}. The link is for the account that it was sent to.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          Did you not ask for this? Close this page, and nothing changes. Someone may know your
          password: change it, or write to {supportEmail}.
        </Trans>
      </p>
    </Outcome>
  );
}

export function Working() {
  const { t } = useLingui();
  return <WorkingOutcome title={t`Turning on magic link`} />;
}

/** There was no connection. The token stays in memory until the person tries again. */
export function OfflineActivation({ onRetry }: { onRetry: (() => void) | undefined }) {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<OfflineIcon />}
      tone="warn"
      title={t`You are offline`}
      actions={
        <Button variant="primary" onClick={onRetry}>
          <Trans>Turn on magic link</Trans>
        </Button>
      }
    >
      <Trans>
        Magic link is not on yet. Keep this page open, and try again when you are connected.
      </Trans>
    </Outcome>
  );
}

/** The page was reloaded after the token left the address bar. The link is still unused. */
export function LinkToOpenAgain() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<MailIcon />}
      tone="accent"
      title={t`Open the link in the email again`}
      actions={<ToSettings />}
    >
      <Trans>
        This page was loaded anew before the link was used, so the link still works, for 10 minutes
        from when it was sent.
      </Trans>
    </Outcome>
  );
}

export function IncompleteLink() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<WarningIcon />}
      tone="warn"
      title={t`This link is incomplete`}
      actions={<ToSettings />}
    >
      <Trans>Open it again from the email. Or send yourself a new one from your settings.</Trans>
    </Outcome>
  );
}

function ToSettings() {
  return (
    <Link to={paths.settings} className={buttonClass()}>
      <Trans>Go to settings</Trans>
    </Link>
  );
}
