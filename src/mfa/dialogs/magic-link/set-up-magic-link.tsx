import { Trans } from '@lingui/react/macro';

import { Dialog } from '../../../ui/dialog.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

export function SetUpMagicLink() {
  const close = useCloseDialog();
  return (
    <Dialog title={<Trans>Set up magic link</Trans>} onClose={close}>
      <p />
    </Dialog>
  );
}
