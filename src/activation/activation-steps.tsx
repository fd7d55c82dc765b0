import { Trans, useLingui } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Button } from '../ui/button.tsx';
import { MailIcon, OfflineIcon, WarningIcon } from '../ui/icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { Spinner } from '../ui/spinner.tsx';

export function ConfirmActivation({ onConfirm }: { onConfirm: (() => void) | undefined }) {
  const { t } = useLingui();
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
      <Trans>
        You will be able to sign in with a link sent to your email. Did you not ask for this? Close
        this page, and nothing changes.
      </Trans>
    </Outcome>
  );
}

export function Working() {
  const { t } = useLingui();
  const isSlow = useIsSlow(true);
  return (
    <Outcome icon={<Spinner />} title={t`Turning on magic link`}>
      <p role="status">{isSlow && <Trans>Still working</Trans>}</p>
    </Outcome>
  );
}

/** The token waits in memory; nothing is sent until the connection is back and the person asks. */
export function OfflineActivation() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<OfflineIcon />}
      tone="warn"
      title={t`You are offline`}
      actions={
        <Button variant="primary" isDisabled>
          <Trans>Turn on magic link</Trans>
        </Button>
      }
    >
      <Trans>
        Magic link is not on yet. Keep this page open; you can go on when you are connected again.
      </Trans>
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
