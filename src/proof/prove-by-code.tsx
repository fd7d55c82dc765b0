import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, type ReactNode, useRef, useState } from 'react';

import { verifyLogin, verifyPasskey } from '../api/verify-login.ts';
import { cleanCode } from '../lib/clean-code.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { CodeField } from '../ui/code-field.tsx';
import { codeKind } from './code-kind.ts';
import { explainProof } from './explain-proof.ts';
import { isWrongProof } from './is-wrong-proof.ts';
import { PasskeyProofFailure } from './passkey-refused.tsx';
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
  const input = useRef<HTMLInputElement>(null);
  /** What there is to say of the code in the field, until it is edited. */
  const [verdict, setVerdict] = useState<'incomplete' | 'refused'>();
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
  const isLocked = useIsCoolingDown(explanation);
  const refusal = isWrongProof(prove.error) ? prove.error : undefined;

  function select() {
    input.current?.focus();
    input.current?.select();
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    const code = cleanCode(input.current?.value ?? '');
    if (codeKind(code) === 'incomplete') {
      setVerdict('incomplete');
      return select();
    }
    setVerdict(undefined);
    passkey.reset();
    prove.mutate(code, {
      onSuccess: () => onProven?.(),
      onError: (error) => {
        const until = explainProof(error).retryAt ?? (triesLeft(error) === 0 ? Infinity : 0);
        queryClient.setQueryData(proofPauseQuery().queryKey, until);
        setVerdict('refused');
        if (isWrongProof(error)) setWrongTries(wrongTries + 1);
        select();
      },
    });
  }

  function problem() {
    if (verdict === 'incomplete') return t`A code from the app has six digits.`;
    if (!refusal || verdict !== 'refused' || prove.variables === undefined) return undefined;
    return <WrongCode refusal={refusal} kind={codeKind(prove.variables)} tries={wrongTries} />;
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
        onChange={() => setVerdict(undefined)}
      />
      {prove.error && !refusal && <ProofFailure error={prove.error} />}
      {passkey.error && <PasskeyProofFailure error={passkey.error} />}
      <Button
        type="submit"
        variant="primary"
        isBusy={prove.isPending || passkey.isPending}
        isDisabled={isLocked}
      >
        <Trans>Confirm</Trans>
      </Button>
    </form>
  );
}
