import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import { explain } from '../../../api/explain.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ChangeFailure } from '../change-failure.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import type { Reset } from './describe-reset.ts';
import { explainRefusal } from './explain-refusal.ts';
import { Losses } from './losses.tsx';
import type { useReset } from './use-reset.ts';

interface Props {
  reset: Reset;
  /** The state could not be read again. */
  isStale: boolean;
  mutation: ReturnType<typeof useReset>;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for a word before everything goes: a click alone is too easily made. */
export function ResetDialog({ reset, isStale, mutation, onConfirm, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setIsWrong] = useState(false);
  const word = t({ message: 'reset', comment: 'What a person types to confirm, in lower case' });
  const failure = mutation.error && explainRefusal(mutation.error, explain(mutation.error));
  const isWaiting = useIsCoolingDown(failure);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (mutation.isPending) return;
    const isRight = readWord(field.current?.value ?? '') === word;
    setIsWrong(!isRight);
    if (isRight) onConfirm();
    else field.current?.focus();
  }

  return (
    <Dialog
      title={<Trans>Reset everything?</Trans>}
      onClose={onClose}
      isBusy={mutation.isPending}
      footer={
        <>
          <Button variant="secondary" isDisabled={mutation.isPending} onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="danger"
            type="submit"
            form={id}
            isBusy={mutation.isPending}
            isDisabled={isWaiting}
          >
            <Trans>Reset everything</Trans>
          </Button>
        </>
      }
    >
      <Losses {...reset} />
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

/** However it was typed: in any case and width, with spaces or invisible characters around it. */
function readWord(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}
