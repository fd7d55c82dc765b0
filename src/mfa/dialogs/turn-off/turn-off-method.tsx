import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { useTurnOff } from '../../../api/disable-reset.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Alert } from '../../../ui/notice.tsx';
import { ConfirmButtons } from '../../../ui/confirm-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { obstacleWords } from '../../row-menu/obstacle-words.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../../use-method-views.ts';
import { ChangeFailure } from '../change-failure.tsx';
import { MessageDialog } from '../message-dialog.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { Consequences } from './consequences.tsx';
import { describeTurnOff, type TurnOff } from './describe-turn-off.ts';

/** Turns a method off. Where the page already knows that it cannot be turned off, says why. */
export function TurnOffMethod({ mfaType }: { mfaType: MfaType }) {
  const { t } = useLingui();
  const close = useCloseDialog();
  const { views, status, error, readAgain } = useMethodViews();
  const disable = useTurnOff();
  const [confirmed, setConfirmed] = useState<TurnOff>();
  const name = t(methodNames[mfaType]);
  if (!views || !status)
    return (
      <WaitingDialog
        title={<Trans>Turn off {name}</Trans>}
        error={error}
        onRetry={readAgain}
        onClose={close}
      />
    );
  // Keeps showing what the person confirmed until it is done, while the list behind it is refetched.
  const isUnderWay = disable.isPending || disable.isSuccess;
  const turnOff = (isUnderWay && confirmed) || describeTurnOff(mfaType, views, status);

  function handleConfirm() {
    setConfirmed(turnOff);
    disable.mutate(mfaType, { onSuccess: close });
  }

  if (turnOff.isOn && !turnOff.obstacle)
    return (
      <TurnOffDialog
        mfaType={mfaType}
        turnOff={turnOff}
        isStale={error !== null}
        disable={disable}
        onConfirm={handleConfirm}
        onClose={close}
      />
    );
  return (
    <MessageDialog
      title={<Trans>Turn off {name}</Trans>}
      close={<Trans>Done</Trans>}
      onClose={close}
    >
      {turnOff.obstacle ? (
        <Alert tone="warn">{t(obstacleWords[turnOff.obstacle])}</Alert>
      ) : (
        <p>
          <Trans>{name} is off.</Trans>
        </p>
      )}
    </MessageDialog>
  );
}

interface Props {
  mfaType: MfaType;
  turnOff: TurnOff;
  /** The state could not be refetched. */
  isStale: boolean;
  disable: ReturnType<typeof useTurnOff>;
  onConfirm: () => void;
  onClose: () => void;
}

function TurnOffDialog({ mfaType, turnOff, isStale, disable, onConfirm, onClose }: Props) {
  const { t } = useLingui();
  const name = t(methodNames[mfaType]);
  // The server refuses the last method for one reason only, which this page has not read yet.
  const refusals =
    turnOff.remaining.length === 0 ? { 403: obstacleWords['required-by-organization'] } : {};
  const failure = disable.error && explain(disable.error, refusals);
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Dialog
      title={<Trans>Turn off {name}?</Trans>}
      onClose={onClose}
      isBusy={disable.isPending}
      consequences={<Consequences mfaType={mfaType} {...turnOff} />}
      footer={
        <ConfirmButtons
          variant="danger"
          aria-label={t`Turn off ${name}`}
          isBusy={disable.isPending}
          isDisabled={isWaiting}
          onClick={onConfirm}
          onCancel={onClose}
        >
          <Trans>Turn off</Trans>
        </ConfirmButtons>
      }
    >
      <OfflineNotice />
      {failure && (
        <ChangeFailure
          what={<Trans>{name} is still on.</Trans>}
          explanation={failure}
          isStale={isStale}
        />
      )}
    </Dialog>
  );
}
