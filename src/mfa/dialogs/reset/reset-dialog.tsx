import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import { isMfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { ConfirmButtons } from '../../../ui/confirm-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ChangeFailure } from '../change-failure.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { isSameWord, type Reset } from './describe-reset.ts';
import './reset-dialog.css';
import type { useResetMethods } from './use-reset-methods.ts';

const refusals = {
  // The organization has begun to require a second step since the status was read.
  403: msg`Your organization requires a second step. Another owner or administrator can reset your methods.`,
};

interface Props {
  reset: Reset;
  /** The state could not be refetched. */
  isStale: boolean;
  mutation: ReturnType<typeof useResetMethods>;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks the person to type a word before everything is reset: a click is too easily made. */
export function ResetDialog({ reset, isStale, mutation, onConfirm, onClose }: Props) {
  const { t, i18n } = useLingui();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setIsWrong] = useState(false);
  const word = t({ message: 'reset', comment: 'What a person types to confirm, in lower case' });
  const failure = mutation.error && explain(mutation.error, refusals);
  const isWaiting = useIsCoolingDown(failure);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (mutation.isPending) return;
    const isRight = isSameWord(field.current?.value ?? '', word, i18n.locale);
    setIsWrong(!isRight);
    if (isRight) onConfirm();
    else field.current?.focus();
  }

  return (
    <Dialog
      title={<Trans>Reset everything?</Trans>}
      onClose={onClose}
      isBusy={mutation.isPending}
      consequences={<Losses {...reset} />}
      footer={
        <ConfirmButtons
          variant="danger"
          type="submit"
          form={id}
          isBusy={mutation.isPending}
          isDisabled={isWaiting}
          onCancel={onClose}
        >
          <Trans>Reset everything</Trans>
        </ConfirmButtons>
      }
    >
      <form id={id} noValidate onSubmit={handleSubmit}>
        <TextField
          ref={field}
          label={<Trans>Type “{word}” to confirm</Trans>}
          error={isWrong && <Trans>Type the word “{word}”.</Trans>}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onChange={() => setIsWrong(false)}
        />
      </form>
      <OfflineNotice />
      {failure && (
        <ChangeFailure
          what={<Trans>Nothing was reset.</Trans>}
          explanation={failure}
          isStale={isStale}
        />
      )}
    </Dialog>
  );
}

/** Everything that is lost, and what signing in is like afterwards: security requirement A12. */
function Losses({ lost, hasBackupCodes }: Reset) {
  const { t } = useLingui();
  return (
    <>
      <p>
        <Trans>This permanently removes:</Trans>
      </p>
      <ul className="reset-losses">
        {lost.map((type) => (
          <li key={type}>{isMfaType(type) ? t(methodNames[type]) : type}</li>
        ))}
        {hasBackupCodes && (
          <li>
            <Trans>All your backup codes</Trans>
          </li>
        )}
      </ul>
      <p>
        <Trans>
          Anyone with your password will be able to sign in. You'll be signed out on other devices.
        </Trans>
      </p>
    </>
  );
}
