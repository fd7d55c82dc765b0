import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { methodNames } from '../../../api/methods.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

type Props = { type: MfaType; onClose: () => void; children: ReactNode };

/** Why there is nothing to confirm. */
export function NothingToTurnOff({ type, onClose, children }: Props) {
  const { t } = useLingui();
  const name = t(methodNames[type]);
  return (
    <Dialog
      title={<Trans>Turn off {name}</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
