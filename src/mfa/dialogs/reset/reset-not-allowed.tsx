import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { profileQuery } from '../../../api/account.ts';
import { isAdministrator } from '../../../api/contract.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Said before the server has to: nobody gives up their last method where one is required. */
export function ResetNotAllowed({ onClose }: { onClose: () => void }) {
  const { data: profile } = useQuery(profileQuery());
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
      <Alert tone="warn">
        <Trans>
          Your organization requires a second step, so you cannot reset all your methods yourself.
        </Trans>
      </Alert>
      <p>
        {profile && isAdministrator(profile) ? (
          <Trans>Another owner or administrator of your organization can do it for you.</Trans>
        ) : (
          <Trans>An administrator of your organization can do it for you.</Trans>
        )}
      </p>
      <p>
        <Trans>
          You can still set up a method again, or turn off every method but one, in your settings.
        </Trans>
      </p>
    </Dialog>
  );
}
