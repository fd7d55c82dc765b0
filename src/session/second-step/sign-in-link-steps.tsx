import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { config } from '../../api/config.ts';
import { signedInAsQuery } from '../../api/signed-in-as-query.ts';
import { maskEmail } from '../../lib/format.ts';
import { useIsSlow } from '../../lib/use-is-slow.ts';
import { Button } from '../../ui/button.tsx';
import { MailIcon, OfflineIcon, WarningIcon } from '../../ui/icons.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Spinner } from '../../ui/spinner.tsx';

export function Working() {
  const { t } = useLingui();
  const isSlow = useIsSlow(true);
  return (
    <Outcome icon={<Spinner />} title={t`Signing you in`}>
      <p role="status">{isSlow && <Trans>Still working</Trans>}</p>
    </Outcome>
  );
}

interface ConfirmProps {
  /** The last try failed for want of a connection. */
  isOffline: boolean;
  onConfirm: () => void;
}

export function ConfirmSignIn({ isOffline, onConfirm }: ConfirmProps) {
  const { t } = useLingui();
  const { data: here } = useQuery(signedInAsQuery());
  return (
    <Outcome
      icon={isOffline ? <OfflineIcon /> : <MailIcon />}
      tone={isOffline ? 'warn' : 'accent'}
      title={isOffline ? t`You are offline` : t`Sign in with this link?`}
      actions={
        <Button variant="primary" onClick={onConfirm}>
          <Trans>Sign in</Trans>
        </Button>
      }
    >
      {here !== undefined && (
        <p>
          <Trans>Signing in as {maskEmail(here)}.</Trans>
        </p>
      )}
      {isOffline ? (
        <Trans>Keep this page open, and try again when you are connected.</Trans>
      ) : (
        <Trans>Did you not ask for this link? Close this page, and nobody is signed in.</Trans>
      )}
    </Outcome>
  );
}

/** Nothing is sent: the link is of no use without the session that asked for it. */
export function OpenElsewhere() {
  const { t } = useLingui();
  const { supportEmail } = config;
  return (
    <Outcome icon={<MailIcon />} tone="accent" title={t`Go back to where you are signing in`}>
      <p>
        <Trans>
          This link works only in the browser that asked for it. Open it there: copy it from the
          email, or read the email on that device.
        </Trans>
      </p>
      <p>
        <Trans>
          Did you not ask for it? Then somebody knows your password. Change it, and write to{' '}
          <a href={`mailto:${supportEmail}`}>{supportEmail}</a>.
        </Trans>
      </p>
    </Outcome>
  );
}

export function IncompleteLink() {
  const { t } = useLingui();
  return (
    <Outcome icon={<WarningIcon />} tone="warn" title={t`This link is incomplete`}>
      <Trans>Open it again from the email. If it was copied, make sure that all of it was.</Trans>
    </Outcome>
  );
}
