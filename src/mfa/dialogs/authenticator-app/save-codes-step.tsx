import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { Steps } from './steps.tsx';

interface Props {
  codes: string[];
  /** Whether the box is ticked. */
  isSaved: boolean;
  onClose: () => void;
  onTick: (isSaved: boolean) => void;
  onSaved: () => void;
}

/** Step 2: the only time that the backup codes are shown. */
export function SaveCodesStep({ codes, isSaved, onClose, onTick, onSaved }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (box.current?.checked) {
      onSaved();
      return;
    }
    setIsMissing(true);
    box.current?.focus();
  }

  return (
    <Dialog
      title={<Trans>Save your backup codes</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" type="submit" form={id}>
          <Trans>Continue</Trans>
        </Button>
      }
    >
      <Steps current={2} count={3} />
      <p>
        <Trans>
          Your authenticator app is on. If you lose your phone, each of these codes signs you in
          once. We only show them now. Keep them somewhere other than your phone.
        </Trans>
      </p>
      <BackupCodes codes={codes} />
      <form id={id} onSubmit={handleSubmit}>
        <label className="backup-codes-saved">
          <input
            ref={box}
            type="checkbox"
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? `${id}-error` : undefined}
            // Uncontrolled, and read on submit: extensions may tick it without an event.
            defaultChecked={isSaved}
            onChange={({ target }) => {
              setIsMissing(false);
              onTick(target.checked);
            }}
          />
          <Trans>I saved them</Trans>
        </label>
        {isMissing && (
          <p id={`${id}-error`} role="alert" className="field-error">
            <Trans>Save the codes first, then check this box.</Trans>
          </p>
        )}
      </form>
    </Dialog>
  );
}
