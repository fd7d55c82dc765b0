import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { Steps } from './steps.tsx';

interface Props {
  codes: string[];
  onClose: () => void;
  onSaved: () => void;
}

/** Step 2: the only time that the backup codes are shown. Typing one back proves that they were saved. */
export function SaveCodesStep({ codes, onClose, onSaved }: Props) {
  return (
    <Dialog
      title={<Trans>Save your backup codes</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onSaved}>
          <Trans>I've saved them</Trans>
        </Button>
      }
    >
      <Steps current={2} count={3} />
      <p>
        <Trans>
          Your authenticator app is on. If you lose your phone, each of these codes signs you in
          once. We only show them now. Keep them somewhere other than your phone.
        </Trans>
      </p>
      <BackupCodes codes={codes} />
    </Dialog>
  );
}
