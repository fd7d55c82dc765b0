import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, type ReactNode, useRef, useState } from 'react';

import { verifyLogin, verifyPasskey } from '../api/verify-login.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { useSecondsLeft } from '../lib/use-seconds-left.ts';
import { Button } from '../ui/button.tsx';
import { CodeField } from '../ui/code-field.tsx';
import { codeKind } from './code-kind.ts';
import { explainProof } from './explain-proof.ts';
import { isWrongProof } from './is-wrong-proof.ts';
import { PasskeyRefused } from './passkey-refused.tsx';
import { proofPauseQuery } from './proof-pause-query.ts';
import { triesLeft } from './tries-left.ts';
import { ProofFailure } from './proof-failure.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { usePasskeyAutofill } from './use-passkey-autofill.ts';
import { useProve } from './use-prove.ts';
import { WrongCode } from './wrong-code.tsx';

interface Props {
  hint?: ReactNode;
  /** Whether the field may be filled in with a passkey in place of a code. */
  offersPasskey?: boolean | undefined;
  onProven?: (() => void) | undefined;
}

/** One field for a code from the app or a backup code. */
export function ProveByCode({ hint, offersPasskey = false, onProven }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const isOnline = useIsOnline();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [wrongTries, setWrongTries] = useState(0);
  const prove = useProve((typed: string) => verifyLogin({ mfaType: 'GOOGLE_AUTH', code: typed }));
  const passkey = useProve(verifyPasskey);
  useFocusOnMount(input);
  usePasskeyAutofill({
    isOffered: offersPasskey,
    field: input,
    onPicked: (credential) => {
      prove.reset();
      passkey.mutate(credential);
    },
  });

  const explanation = prove.error ? explainProof(prove.error) : undefined;
  const isLocked = useSecondsLeft(explanation?.retryAt, Date.now) > 0;
  const refusal = isWrongProof(prove.error) ? prove.error : undefined;

  function select() {
    input.current?.focus();
    input.current?.select();
  }

  function handleChange(typed: string) {
    setCode(typed);
    setIsIncomplete(false);
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (codeKind(code) === 'incomplete') {
      setIsIncomplete(true);
      return select();
    }
    passkey.reset();
    prove.mutate(code, {
      onSuccess: () => onProven?.(),
      onError: (error) => {
        const until = explainProof(error).retryAt ?? (triesLeft(error) === 0 ? Infinity : 0);
        queryClient.setQueryData(proofPauseQuery().queryKey, until);
        if (isWrongProof(error)) setWrongTries(wrongTries + 1);
        select();
      },
    });
  }

  function problem() {
    if (isIncomplete) return t`A code from the app has six digits.`;
    // What is said of one code is not said of the next.
    if (!refusal || prove.isPending || prove.variables !== code) return undefined;
    return <WrongCode refusal={refusal} kind={codeKind(code)} tries={wrongTries} />;
  }

  return (
    <form className="proof-panel" onSubmit={handleSubmit} noValidate>
      <CodeField
        ref={input}
        label={t`Code from the app`}
        hint={hint ?? <Trans>or a backup code</Trans>}
        error={problem()}
        inputMode="text"
        autoComplete={offersPasskey ? 'one-time-code webauthn' : 'one-time-code'}
        value={code}
        onChange={handleChange}
      />
      {prove.error && !refusal && <ProofFailure error={prove.error} />}
      {isWrongProof(passkey.error) ? (
        <PasskeyRefused />
      ) : (
        passkey.error && <ProofFailure error={passkey.error} />
      )}
      <Button
        type="submit"
        variant="primary"
        isBusy={prove.isPending || passkey.isPending}
        isDisabled={isLocked || !isOnline}
      >
        <Trans>Confirm</Trans>
      </Button>
    </form>
  );
}
