import { Trans } from '@lingui/react/macro';
import { useId, useState } from 'react';

import { explain } from '../../../api/explain.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmButtons } from '../../../ui/confirm-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { InfoIcon, WarningIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { ConfirmFailure, type StateBefore } from './confirm-failure.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { SetupKey, SetupKeySkeleton } from './setup-key.tsx';
import { Steps } from './steps.tsx';
import { useBeginSetUp } from './use-begin-set-up.ts';
import { useConfirmCode } from './use-confirm-code.ts';

interface Props {
  before: StateBefore;
  /** The state could not be refetched. */
  isStale: boolean;
  onClose: () => void;
  onConfirmed: (backupCodes: string[]) => void;
}

/** Step 1: shows the key for the app, and asks for a code that proves the app has it. */
export function ScanStep({ before: currently, isStale, onClose, onConfirmed }: Props) {
  // Kept, because confirming turns the method on a moment before this step ends.
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
        <ConfirmButtons
          variant="primary"
          type="submit"
          form={formId}
          isBusy={confirm.isPending}
          isDisabled={!begun || isWaiting}
          onCancel={onClose}
        >
          <Trans>Confirm</Trans>
        </ConfirmButtons>
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

/** Another tab began the set-up again, so the backup codes of this one are void. */
function Overtaken({ onStartAgain }: { onStartAgain: () => void }) {
  return (
    <Notice
      role="status"
      tone="warn"
      icon={<WarningIcon />}
      action={
        <Button variant="secondary" onClick={onStartAgain}>
          <Trans>Start over here</Trans>
        </Button>
      }
    >
      <Trans>You continued in another tab. Finish there, or start over here.</Trans>
    </Notice>
  );
}

function BeginFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const explanation = explain(error);
  return (
    <Failure
      {...explanation}
      what={explanation.isNeutral ? undefined : <Trans>Setup didn't start.</Trans>}
      onRetry={onRetry}
    />
  );
}
