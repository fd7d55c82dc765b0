import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { Link } from '../lib/link.tsx';
import { config } from '../api/config.ts';
import { signedInAsQuery } from '../api/signed-in-as-query.ts';
import { useIsSignedIn } from '../api/tokens.ts';
import { maskEmail } from '../lib/format.ts';
import { paths } from '../lib/paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { MailIcon, OfflineIcon, WarningIcon } from '../ui/icons.tsx';
import { MailLink } from '../ui/mail-link.tsx';
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
        <Trans>You'll then be able to finish signing in with a link we send to your email.</Trans>
      </p>
      {isSignedIn && here !== undefined && (
        <p>
          <Trans>
            You're signed in as <bdi>{maskEmail(here)}</bdi>. The link is for the account it was
            sent to.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          Didn't ask for this? Close this page; nothing will change. Someone may know your password:
          change it, or contact <MailLink to={supportEmail} />.
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
      title={t`You're offline`}
      actions={
        <Button variant="primary" onClick={onRetry}>
          <Trans>Turn on magic link</Trans>
        </Button>
      }
    >
      <Trans>Magic link isn't on yet. Keep this page open, and try again when you're online.</Trans>
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
      <Trans>The page reloaded before the link was used. Open it again from your email.</Trans>
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
      <Trans>Open it again from the email, or send yourself a new one from your settings.</Trans>
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
