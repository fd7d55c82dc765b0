import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useRef, useState } from 'react';

import { RefusedError } from '../../../api/errors.ts';
import { cleanCode } from '../../../lib/clean-code.ts';
import { CodeField } from '../../../ui/code-field.tsx';
import { CodeLife } from './code-life.tsx';
import type { useConfirmCode } from './use-confirm-code.ts';
import { WrongCode } from './wrong-code.tsx';

interface Props {
  /** What the button that submits it points to. */
  id: string;
  confirm: ReturnType<typeof useConfirmCode>;
  onConfirmed: () => void;
}

/** One code of the new app. Sent when the person says so, never by itself. */
export function ConfirmForm({ id, confirm, onConfirmed }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [tries, setTries] = useState(0);
  const [isMisshapen, setIsMisshapen] = useState(false);

  function askAgain() {
    field.current?.focus();
    field.current?.select();
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (confirm.isPending) return;
    const code = cleanCode(field.current?.value ?? '');
    const isCode = /^\d{6}$/.test(code);
    setIsMisshapen(!isCode);
    if (!isCode) {
      askAgain();
      return;
    }
    confirm.mutate(code, {
      onSuccess: onConfirmed,
      onError: (error) => {
        if (isWrongCode(error)) setTries((count) => count + 1);
        askAgain();
      },
    });
  }

  return (
    <form id={id} noValidate onSubmit={handleSubmit}>
      <CodeField
        ref={field}
        label={<Trans>Code from the app</Trans>}
        hint={<CodeLife />}
        error={
          isMisshapen ? (
            <Trans>The code has six digits.</Trans>
          ) : (
            isWrongCode(confirm.error) && <WrongCode key={tries} tries={tries} />
          )
        }
      />
    </form>
  );
}

export function isWrongCode(error: unknown): boolean {
  return error instanceof RefusedError && error.status === 400;
}
