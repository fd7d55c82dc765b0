import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

type Props = { onStay: () => void; onLeave: () => void };

/** Asked of someone who goes before their backup codes are known to be saved. */
export function LeaveStep({ onStay, onLeave }: Props) {
  return (
    <Dialog
      title={<Trans>Leave without your backup codes?</Trans>}
      onClose={onStay}
      footer={
        <>
          <Button variant="secondary" onClick={onLeave}>
            <Trans>Leave</Trans>
          </Button>
          <Button variant="primary" onClick={onStay}>
            <Trans>Back to the codes</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          Your authenticator app is on and stays on. The codes are not shown again: to get new ones,
          set up the app again.
        </Trans>
      </p>
    </Dialog>
  );
}
