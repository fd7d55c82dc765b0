import { Trans } from '@lingui/react/macro';

import { Dialog } from '../../../ui/dialog.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

export function SetUpPasskey() {
  const close = useCloseDialog();
  return (
    <Dialog title={<Trans>Set up a passkey</Trans>} onClose={close}>
      <p />
    </Dialog>
  );
}
