import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

interface Props {
  /** The person says that they saved the codes, but has not typed one back yet. */
  isSaved: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Shown to someone who leaves before they typed a backup code back. */
export function LeaveStep({ isSaved, onStay, onLeave }: Props) {
  return (
    <Dialog
      title={
        isSaved ? (
          <Trans>Leave without checking your codes?</Trans>
        ) : (
          <Trans>Have you saved your backup codes?</Trans>
        )
      }
      onClose={onStay}
      consequences={
        <p>
          {isSaved ? (
            <Trans>
              You haven't checked your codes yet. Your authenticator app is on either way. We won't
              show the codes again. To get new ones, set up the app again.
            </Trans>
          ) : (
            <Trans>
              Your authenticator app is on and stays on. We won't show the codes again. To get new
              ones, set up the app again.
            </Trans>
          )}
        </p>
      }
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
    />
  );
}
