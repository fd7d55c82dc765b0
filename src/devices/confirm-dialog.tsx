import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';

import { explain, outcomeUnknown } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { ProveFirst } from '../proof/prove-first.tsx';
import { ConfirmButtons } from '../ui/confirm-buttons.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';

interface Props {
  title: ReactNode;
  /** What the button says, in the words of the title. */
  action: ReactNode;
  change: UseMutationResult<unknown, Error, void>;
  /** What is still true where the change failed. */
  unchanged: MessageDescriptor;
  /** The state could not be refetched, so nobody knows what a failed change left behind. */
  isStale: boolean;
  onClose: () => void;
  /** What follows. */
  children: ReactNode;
}

/** Asks for a proof, and then says what follows from a change before it is made. */
export function ConfirmDialog({
  path,
  ...props
}: Props & { /** Of the change's call. */ path: string }) {
  return (
    <ProveFirst call={{ path }} onDeclined={props.onClose}>
      <Confirm {...props} />
    </ProveFirst>
  );
}

function Confirm({ title, action, change, unchanged, isStale, onClose, children }: Props) {
  const { t } = useLingui();
  const { reset } = change;
  // What failed in an earlier dialog is not said again in the next one.
  useEffect(() => reset, [reset]);
  const failure = change.error && explain(change.error, deviceRefusals);
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
      {failure && <Failure {...failure} what={t(isStale ? outcomeUnknown : unchanged)} />}
    </Dialog>
  );
}

/** For `explain`, where a change of a device or a session failed. */
export const deviceRefusals = {
  403: msg`You can't change this here.`,
  404: msg`This is no longer in your list.`,
};
