import { Trans } from '@lingui/react/macro';

import { Dialog } from '../../../ui/dialog.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

export function ResetMethods() {
  const close = useCloseDialog();
  return (
    <Dialog title={<Trans>Reset everything</Trans>} onClose={close}>
      <p />
    </Dialog>
  );
}
