import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

export function NothingToReset({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={<Trans>Reset everything</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <p>
        <Trans>No method is set up, so there is nothing to reset.</Trans>
      </p>
    </Dialog>
  );
}
