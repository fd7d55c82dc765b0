import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { deviceQueries, refreshDevices, revokeAllSessions } from '../api/devices.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useQuestion } from './use-question.ts';

/** Ends every session, the reader's own too, after a question that says so. */
export function SignOutEverywhere() {
  const { question, ask, close } = useQuestion();
  const { error } = useQuery({ ...deviceQueries.sessions(), enabled: false });
  const revokeAll = useRevokeAll();
  return (
    <>
      <Button onClick={() => ask('sign-out-everywhere')}>
        <Trans>Sign out everywhere…</Trans>
      </Button>
      {question === 'sign-out-everywhere' && (
        <ConfirmDialog
          path="/sessions/revoke-all"
          title={<Trans>Sign out everywhere?</Trans>}
          action={<Trans>Sign out everywhere</Trans>}
          change={revokeAll}
          unchanged={msg`You're still signed in.`}
          isStale={error !== null}
          onClose={close}
        >
          <p>
            <Trans>
              This ends every session, including this one. You'll have to sign in again here and
              everywhere else you use your account.
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
