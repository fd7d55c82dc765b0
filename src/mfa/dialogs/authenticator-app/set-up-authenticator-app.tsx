import { Trans } from '@lingui/react/macro';

import { Dialog } from '../../../ui/dialog.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

export function SetUpAuthenticatorApp() {
  const close = useCloseDialog();
  return (
    <Dialog title={<Trans>Set up your authenticator app</Trans>} onClose={close}>
      <p />
    </Dialog>
  );
}
