import { Trans } from '@lingui/react/macro';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCloseDialog } from '../use-dialog-route.ts';

/** Said at an address that names no method. */
export function NoSuchDialog() {
  const close = useCloseDialog();
  return (
    <Dialog
      title={<Trans>This page does not exist</Trans>}
      onClose={close}
      footer={
        <Button variant="primary" onClick={close}>
          <Trans>Go to settings</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Check the address, or start from your settings.</Trans>
      </p>
    </Dialog>
  );
}
