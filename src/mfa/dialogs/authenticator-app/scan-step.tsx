import { Trans } from '@lingui/react/macro';
import { useId, useState } from 'react';

import { explain } from '../../../api/explain.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Steps } from './steps.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { BeginFailure, Overtaken } from './begin-failure.tsx';
import { ConfirmFailure } from './confirm-failure.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { SetupKey } from './setup-key.tsx';
import { SetupKeySkeleton } from './setup-key-skeleton.tsx';
import { useBeginSetUp } from './use-begin-set-up.ts';
import { useConfirmCode } from './use-confirm-code.ts';

/** How the method stood when the dialog opened. */
export type StateBefore = 'on' | 'off' | 'not-set-up';

interface Props {
  before: StateBefore;
  /** The state could not be read again. */
  isStale: boolean;
  onClose: () => void;
  onConfirmed: (backupCodes: string[]) => void;
}

/** The key to take over, and a code that proves it was. */
export function ScanStep({ before: currently, isStale, onClose, onConfirmed }: Props) {
  // Confirming turns the method on, a moment before this step is left.
  const [before] = useState(currently);
  const formId = useId();
  const { setUp, isOvertaken, beginAgain } = useBeginSetUp();
  const begun = isOvertaken ? undefined : setUp.data;
  const confirm = useConfirmCode(before === 'on');
  const failure = confirm.error && explain(confirm.error);
  const isWaiting = useIsCoolingDown(failure);

  function handleStartAgain() {
    confirm.reset();
    beginAgain();
  }

  return (
    <Dialog
      title={<Trans>Set up your authenticator app</Trans>}
      onClose={onClose}
      isBusy={confirm.isPending}
      footer={
        <>
          <Button variant="secondary" isDisabled={confirm.isPending} onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isBusy={confirm.isPending}
            isDisabled={!begun || isWaiting}
          >
            <Trans>Confirm</Trans>
          </Button>
        </>
      }
    >
      <Steps current={1} count={3} />
      {before !== 'not-set-up' && <Replaces />}
      <OfflineNotice />
      {isOvertaken && <Overtaken onStartAgain={handleStartAgain} />}
      {setUp.isFetching && <SetupKeySkeleton />}
      {setUp.error && !setUp.isFetching && (
        <BeginFailure error={setUp.error} onRetry={handleStartAgain} />
      )}
      {begun && (
        <>
          <SetupKey {...begun} />
          <ConfirmForm
            id={formId}
            confirm={confirm}
            onConfirmed={() => onConfirmed(begun.backupCodes)}
          />
        </>
      )}
      {confirm.error && (
        <ConfirmFailure
          error={confirm.error}
          before={before}
          isStale={isStale}
          onStartAgain={handleStartAgain}
        />
      )}
    </Dialog>
  );
}

function Replaces() {
  return (
    <Notice tone="info" icon={<InfoIcon />}>
      <Trans>
        This replaces the authenticator app you have now, and its backup codes. Both keep working
        until you confirm a code from the new one.
      </Trans>
    </Notice>
  );
}
