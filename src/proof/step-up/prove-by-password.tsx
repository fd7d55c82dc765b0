import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import { profileQuery } from '../../api/account.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { useLoginFailure } from '../login-refusal/login-refusal.tsx';
import { ProofButton } from '../proof-button.tsx';
import { useFocusOnMount } from '../use-focus-on-mount.ts';
import './step-up.css';
import { useProveByPassword } from './use-prove-by-password.ts';

export function ProveByPassword() {
  const { t } = useLingui();
  const id = useId();
  const password = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const { data: profile } = useQuery(profileQuery());
  const prove = useProveByPassword();
  useFocusOnMount(password);

  const { isWrong, isWaiting, alert } = useLoginFailure(prove.error);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    // Read on submit, because some browsers fill a field without an event.
    const typed = password.current?.value ?? '';
    setIsMissing(typed === '');
    if (typed === '') password.current?.focus();
    else prove.mutate(typed, { onError: () => password.current?.select() });
  }

  return (
    <form id={id} className="step-up-form" noValidate onSubmit={handleSubmit}>
      {/* Password managers look for the account that the password belongs to. */}
      <input type="hidden" name="email" autoComplete="username" value={profile?.email ?? ''} />
      <PasswordField
        label={t`Password`}
        name="password"
        ref={password}
        required
        error={
          isMissing
            ? t`Enter your password.`
            : isWrong && t`That password isn't right. Check it and try again.`
        }
      />
      {alert}
      <ProofButton
        type="submit"
        form={id}
        variant="primary"
        isBusy={prove.isPending}
        isDisabled={isWaiting}
      >
        <Trans>Confirm</Trans>
      </ProofButton>
    </form>
  );
}
