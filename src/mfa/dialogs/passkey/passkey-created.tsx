import { Trans } from '@lingui/react/macro';
import type { RegistrationResponseJSON } from '@simplewebauthn/browser';

import { SetUpDone } from '../set-up-done/set-up-done.tsx';
import { labelPasskey } from './label-passkey.ts';
import { PasskeyLabel } from './passkey-label.tsx';

interface Props {
  credential: RegistrationResponseJSON;
  onClose: () => void;
}

export function PasskeyCreated({ credential, onClose }: Props) {
  return (
    <SetUpDone type="PASSKEY" onClose={onClose}>
      <Trans>
        Where it is kept: <PasskeyLabel label={labelPasskey(credential)} />. A test asks for it as
        sign-in does.
      </Trans>
    </SetUpDone>
  );
}
