import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { passkeyCapabilityQuery } from '../../../passkey/passkey-capability.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { SetUpDone } from '../set-up-done/set-up-done.tsx';
import { AuthenticatorAppLink } from './authenticator-app-link.tsx';
import { CreatePasskey } from './create-passkey.tsx';
import { useRegisterPasskey } from './make-passkey.ts';
import { PasskeyLabel } from './passkey-label.tsx';
import { labelPasskey } from './passkey-labels.ts';

export function SetUpPasskey() {
  const close = useCloseDialog();
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const register = useRegisterPasskey();
  if (register.data)
    return (
      <SetUpDone mfaType="PASSKEY" onClose={close}>
        <Trans>
          Where it is kept: <PasskeyLabel label={labelPasskey(register.data)} />. A test asks for it
          as sign-in does.
        </Trans>
      </SetUpDone>
    );
  if (capability === 'unsupported' || capability === 'insecure')
    return <NoPasskeysHere reason={capability} onClose={close} />;
  return <CreatePasskey capability={capability} register={register} onClose={close} />;
}

interface NoPasskeysProps {
  reason: 'unsupported' | 'insecure';
  onClose: () => void;
}

/** Why this browser cannot make passkeys, and what can be set up instead. */
function NoPasskeysHere({ reason, onClose }: NoPasskeysProps) {
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
          <Trans>This browser can't use passkeys. An authenticator app works everywhere.</Trans>
        ) : (
          <Trans>
            Passkeys don't work at this address because it isn't secure. An authenticator app works
            everywhere.
          </Trans>
        )}
      </Notice>
    </Dialog>
  );
}
