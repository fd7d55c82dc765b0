import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshDevices, revokeAllSessions } from '../api/devices.ts';
import { explain } from '../api/explain.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import './device-row.css';
import { useQuestion } from './use-question.ts';

/** Ends every session, the reader's own too, after a question that says so. */
export function SignOutEverywhere() {
  const { question, asking, ask, close } = useQuestion();
  const revokeAll = useRevokeAll();
  return (
    <>
      <Button
        isBusy={asking.isPending}
        onClick={() => ask('sign-out-everywhere', '/sessions/revoke-all')}
      >
        <Trans>Sign out everywhere…</Trans>
      </Button>
      {asking.error && (
        <div className="device-row-answer">
          <Failure {...explain(asking.error)} />
        </div>
      )}
      {question === 'sign-out-everywhere' && (
        <ConfirmDialog
          title={<Trans>Sign out everywhere?</Trans>}
          action={<Trans>Sign out everywhere</Trans>}
          change={revokeAll}
          onClose={close}
        >
          <p>
            <Trans>
              Every session ends, this one too. You'll have to sign in again, here and wherever else
              you use your account.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function useRevokeAll() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => revokeAllSessions(),
    // The service refuses this reading once the session has ended, and so the sign-in page opens.
    onSettled: () => refreshDevices(queryClient),
  });
}
