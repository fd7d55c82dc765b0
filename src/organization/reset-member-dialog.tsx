import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Member } from '../api/contract-organization.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { resetMethods } from '../api/disable-reset.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { ConfirmButtons } from '../ui/confirm-buttons.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { announce } from '../ui/live-region.tsx';
import { memberWords } from './access.ts';
import { memberName } from './describe-members.ts';
import { refetchOrganization } from './members-query.ts';

interface Props {
  member: Member;
  /** Whether the organization requires a second step. */
  isRequired: boolean;
  onReset: () => void;
  onClose: () => void;
}

/** Names the person and explains the consequences before anything is removed. */
export function ResetMemberDialog({ member, isRequired, onReset, onClose }: Props) {
  const { t } = useLingui();
  const reset = useResetMember();
  const failure = reset.error && explain(reset.error, memberWords);
  const isWaiting = useIsCoolingDown(failure);
  const name = memberName(member);

  function handleConfirm() {
    reset.mutate(member.id, {
      onSuccess: () => {
        announce(t`All methods were removed for ${name}.`);
        onReset();
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={
        <Trans>
          Reset methods for <bdi>{name}</bdi>?
        </Trans>
      }
      onClose={onClose}
      isBusy={reset.isPending}
      consequences={
        <>
          <p>
            <Trans>
              This removes all of <bdi>{member.email}</bdi>'s methods, including backup codes, and
              signs them out everywhere. It can't be undone.
            </Trans>
          </p>
          <p>
            {isRequired ? (
              <Trans>
                Next time, they can sign in with just their password, but they'll have to set up a
                method before they can continue.
              </Trans>
            ) : (
              <Trans>
                Until they set up a method again, they can sign in with just their password.
              </Trans>
            )}
          </p>
          <p>
            <Trans>First check the request is really theirs: call, or ask in person.</Trans>
          </p>
        </>
      }
      footer={
        <ConfirmButtons
          variant="danger"
          isBusy={reset.isPending}
          isDisabled={isWaiting}
          onClick={handleConfirm}
          onCancel={onClose}
        >
          <Trans>Reset methods</Trans>
        </ConfirmButtons>
      }
    >
      {failure && (
        <Failure {...failure} what={t(stillTrue(reset.error, msg`Nothing was removed.`))} />
      )}
    </Dialog>
  );
}

/** Removes every method of one member. */
function useResetMember() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) => resetMethods(memberId),
    onSettled: () => refetchOrganization(queryClient),
  });
}
