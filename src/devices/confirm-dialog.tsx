import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';

import { explain, stillTrue } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { ConfirmButtons } from '../ui/confirm-buttons.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';

interface Props {
  title: ReactNode;
  /** What the button says, in the words of the title. */
  action: ReactNode;
  change: UseMutationResult<unknown, Error, void>;
  onClose: () => void;
  /** What follows. */
  children: ReactNode;
}

/** Says what follows from a change before it is made. */
export function ConfirmDialog({ title, action, change, onClose, children }: Props) {
  const { t } = useLingui();
  const { reset } = change;
  // What failed in an earlier dialog is not said again in the next one.
  useEffect(() => reset, [reset]);
  const failure = change.error && explain(change.error, deviceWords);
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      isBusy={change.isPending}
      consequences={children}
      footer={
        <ConfirmButtons
          variant="danger"
          isBusy={change.isPending}
          isDisabled={isWaiting}
          onClick={() => change.mutate()}
          onCancel={onClose}
        >
          {action}
        </ConfirmButtons>
      }
    >
      {failure && (
        <Failure {...failure} what={t(stillTrue(change.error, msg`Nothing was changed.`))} />
      )}
    </Dialog>
  );
}

/** For `explain`, where a change of a device or a session failed. */
export const deviceWords = {
  403: msg`You can't change this from here.`,
  404: msg`This is no longer in your list.`,
};
