import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Said to someone who came by the address alone: the settings offer no set-up then. */
export function UnavailableDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={<Trans>Set up your authenticator app</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Authenticator apps are not available for your account.</Trans>
      </p>
    </Dialog>
  );
}
