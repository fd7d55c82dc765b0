import { Trans } from '@lingui/react/macro';

import type { MfaType } from '../../../api/contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

export function TestMethod({ method }: { method: MfaType }) {
  const close = useCloseDialog();
  return (
    <Dialog title={<Trans>Test it now</Trans>} onClose={close}>
      <p>{method}</p>
    </Dialog>
  );
}
