import { Trans } from '@lingui/react/macro';

import type { NewPasskey } from '../../../passkey/read-credential.ts';
import { SetUpDone } from '../set-up-done/set-up-done.tsx';
import { labelPasskey } from './label-passkey.ts';
import { PasskeyLabel } from './passkey-label.tsx';

interface Props {
  credential: NewPasskey;
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
