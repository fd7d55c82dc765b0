import { Trans } from '@lingui/react/macro';

import { useTurnOn } from '../../../api/mfa.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useMethodViews } from '../../use-method-views.ts';
import { OfflineNotice } from '../offline-notice.tsx';
import { AuthenticatorAppInstead, TurnOnFailure } from './authenticator-app-instead.tsx';

interface Props {
  reason: 'unsupported' | 'insecure';
  onClose: () => void;
}

/** Why this browser cannot make passkeys, and what can be used instead. */
export function NoPasskeysHere({ reason, onClose }: Props) {
  const turnOn = useTurnOn();
  const { views, error } = useMethodViews();
  const isAppOn = views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state === 'on';
  return (
    <Dialog
      title={<Trans>Set up a passkey</Trans>}
      onClose={onClose}
      isBusy={turnOn.isPending}
      footer={
        <>
          <Button isDisabled={turnOn.isPending} onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
          <AuthenticatorAppInstead variant="primary" turnOn={turnOn} onDone={onClose} />
        </>
      }
    >
      <Notice tone="info" icon={<InfoIcon />}>
        {reason === 'unsupported' ? (
          <Trans>This browser can't use passkeys.</Trans>
        ) : (
          <Trans>Passkeys don't work at this address because it isn't secure.</Trans>
        )}
      </Notice>
      <p>
        {isAppOn ? (
          <Trans>
            Your authenticator app is on and works everywhere. To add a passkey, open your settings
            in another browser.
          </Trans>
        ) : (
          <Trans>
            An authenticator app works everywhere. To add a passkey, open your settings in another
            browser.
          </Trans>
        )}
      </p>
      <OfflineNotice />
      {turnOn.error && <TurnOnFailure error={turnOn.error} isStale={error !== null} />}
    </Dialog>
  );
}
