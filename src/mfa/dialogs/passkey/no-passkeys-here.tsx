import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AuthenticatorAppLink } from './authenticator-app-link.tsx';

interface Props {
  reason: 'unsupported' | 'insecure';
  onClose: () => void;
}

/** Why there can be no passkey in this browser, and what there can be instead. */
export function NoPasskeysHere({ reason, onClose }: Props) {
  return (
    <Dialog
      title={<Trans>Set up a passkey</Trans>}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
          <AuthenticatorAppLink variant="primary" />
        </>
      }
    >
      <Notice tone="info" icon={<InfoIcon />}>
        {reason === 'unsupported' ? (
          <Trans>This browser cannot use passkeys. An authenticator app works everywhere.</Trans>
        ) : (
          <Trans>
            Passkeys do not work at this address, as it is not a secure one. An authenticator app
            works everywhere.
          </Trans>
        )}
      </Notice>
    </Dialog>
  );
}
