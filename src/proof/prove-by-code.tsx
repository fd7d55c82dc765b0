import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, type ReactNode, useRef, useState } from 'react';

import type { RefusedError } from '../api/errors.ts';
import { explain } from '../api/explain.ts';
import { verifyLogin, verifyPasskey } from '../api/verify-login.ts';
import { cleanCode } from '../lib/clean-code.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { CodeField } from '../ui/code-field.tsx';
import {
  type CodeKind,
  codeKind,
  isWrongProof,
  proofPauseQuery,
  proofWords,
  triesLeft,
} from './proof-errors.ts';
import { PasskeyProofFailure, ProofFailure } from './proof-failure.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { usePasskeyAutofill } from './use-passkey-autofill.ts';
import { useProve } from './use-prove.ts';

interface Props {
  hint?: ReactNode;
  /** Whether the browser may offer a passkey in the field's autofill menu. */
  offersPasskey?: boolean | undefined;
  onProven?: (() => void) | undefined;
}

/** One field for a code from the app or a backup code. */
export function ProveByCode({ hint, offersPasskey = false, onProven }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  /** What to say about the code in the field, until it is edited. */
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

  const explanation = prove.error ? explain(prove.error, proofWords) : undefined;
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
        const until = explain(error, proofWords).retryAt ?? (triesLeft(error) === 0 ? Infinity : 0);
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

interface WrongCodeProps {
  refusal: RefusedError;
  kind: CodeKind;
  /** How many codes in a row were wrong. */
  tries: number;
}

function WrongCode({ refusal, kind, tries }: WrongCodeProps) {
  const left = triesLeft(refusal);
  return (
    <span>
      {kind === 'app' ? (
        <Trans>That code isn't right, or it was already used.</Trans>
      ) : (
        <Trans>That backup code isn't right, or it was already used.</Trans>
      )}{' '}
      <span>
        {left === 0 && (
          <Trans>That was the last attempt for now. Wait a while before you try again.</Trans>
        )}
        {left !== undefined && left > 0 && (
          <Plural value={left} one="# attempt left." other="# attempts left." />
        )}
      </span>{' '}
      {tries >= 2 && kind === 'app' && (
        <Trans>Check that your phone's clock is set automatically.</Trans>
      )}
    </span>
  );
}
