import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { isOneOfTheCodes } from '../../../lib/clean-code.ts';
import { Steps } from './steps.tsx';

interface Props {
  codes: string[];
  onClose: () => void;
  /** Back to where the codes are shown. */
  onShowAgain: () => void;
  onTyped: () => void;
}

/** Step 3: typing one code proves that they were saved. It is compared here, so it stays valid. */
export function TypeBackStep({ codes, onClose, onShowAgain, onTyped }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'empty' | 'wrong'>();

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    if (isOneOfTheCodes(typed, codes)) {
      onTyped();
      return;
    }
    setProblem(typed === '' ? 'empty' : 'wrong');
    field.current?.focus();
    field.current?.select();
  }

  return (
    <Dialog
      title={<Trans>Check what you saved</Trans>}
      onClose={onClose}
      footer={
        <>
          <Button variant="secondary" onClick={onShowAgain}>
            <Trans>Show the codes again</Trans>
          </Button>
          <Button variant="primary" type="submit" form={id}>
            <Trans>Finish</Trans>
          </Button>
        </>
      }
    >
      <Steps current={3} count={3} />
      <form id={id} noValidate onSubmit={handleSubmit}>
        <TextField
          ref={field}
          data-autofocus=""
          label={<Trans>One of your backup codes</Trans>}
          hint={<Trans>Enter any one of your codes. You can still use it later.</Trans>}
          error={
            problem === 'empty' ? (
              <Trans>Enter one of your codes.</Trans>
            ) : (
              problem && <Trans>That isn't one of your codes. Check what you saved.</Trans>
            )
          }
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          onChange={() => setProblem(undefined)}
        />
      </form>
    </Dialog>
  );
}
