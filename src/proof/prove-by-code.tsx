import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useId, useRef, useState } from 'react';

import type { RefusedError } from '../api/errors.ts';
import { explain } from '../api/explain.ts';
import { verifyLogin, verifyPasskey } from '../api/verify-login.ts';
import { cleanCode } from '../lib/clean-code.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { CodeField } from '../ui/code-field.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { ProofButton } from './proof-button.tsx';
import {
  type CodeKind,
  isWholeCode,
  isWrongProof,
  proofPauseQuery,
  triesLeft,
} from './proof-errors.ts';
import { PasskeyProofFailure, ProofFailure } from './proof-failure.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { usePasskeyAutofill } from './use-passkey-autofill.ts';
import { useProve } from './use-prove.ts';

interface Props {
  kind: CodeKind;
  /** Whether the browser may offer a passkey in the field's autofill menu. */
  offersPasskey?: boolean | undefined;
  onProven?: (() => void) | undefined;
}

/** A field for a code from the app, which is sent with its sixth digit, or for a backup code. */
export function ProveByCode({ kind, offersPasskey = false, onProven }: Props) {
  const { t } = useLingui();
  const id = useId();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  /** What to say about the code in the field, until it is edited. */
  const [verdict, setVerdict] = useState<'incomplete' | 'refused'>();
  const [wrongTries, setWrongTries] = useState(0);
  const prove = useProve((code: string) => verifyLogin({ mfaType: 'GOOGLE_AUTH', code }), onProven);
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

  const explanation = prove.error ? explain(prove.error) : undefined;
  const isLocked = useIsCoolingDown(explanation);
  const refusal = isWrongProof(prove.error) ? prove.error : undefined;

  function select() {
    input.current?.focus();
    input.current?.select();
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    const code = cleanCode(input.current?.value ?? '');
    if (!isWholeCode(kind, code)) {
      setVerdict('incomplete');
      return select();
    }
    // Pressed once more after it was sent by itself. It would only cost another try.
    if (verdict === 'refused' && refusal && code === prove.variables) return select();
    send(code);
  }

  function handleChange() {
    setVerdict(undefined);
    const code = cleanCode(input.current?.value ?? '');
    const isBusy = prove.isPending || passkey.isPending || isLocked;
    if (kind === 'app' && isWholeCode('app', code) && !isBusy) send(code);
  }

  function send(code: string) {
    setVerdict(undefined);
    passkey.reset();
    prove.mutate(code, {
      onError: (error) => {
        const until = explain(error).retryAt ?? (triesLeft(error) === 0 ? Infinity : 0);
        queryClient.setQueryData(proofPauseQuery().queryKey, until);
        setVerdict('refused');
        if (isWrongProof(error)) setWrongTries(wrongTries + 1);
        select();
      },
    });
  }

  function problem() {
    if (verdict === 'incomplete')
      return kind === 'app'
        ? t`A code from the app has six digits.`
        : t`A backup code is longer. Enter all of it.`;
    if (!refusal || verdict !== 'refused') return undefined;
    return <WrongCode refusal={refusal} kind={kind} tries={wrongTries} />;
  }

  const words =
    kind === 'app'
      ? {
          label: t`Code from the app`,
          hint: t`Six digits. We'll check the code as soon as you enter the last one.`,
        }
      : { label: t`Backup code`, hint: t`One of the codes you saved. Each works once.` };
  return (
    <form id={id} className="proof-panel" onSubmit={handleSubmit} noValidate>
      <CodeField
        ref={input}
        {...words}
        error={problem()}
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete={
          kind === 'app' ? (offersPasskey ? 'one-time-code webauthn' : 'one-time-code') : 'off'
        }
        onChange={handleChange}
      />
      {prove.error && !refusal && <ProofFailure error={prove.error} />}
      {passkey.error && <PasskeyProofFailure error={passkey.error} />}
      <ProofButton
        type="submit"
        form={id}
        variant="primary"
        isBusy={prove.isPending || passkey.isPending}
        isDisabled={isLocked}
      >
        <Trans>Confirm</Trans>
      </ProofButton>
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
      )}
      <SentenceGap />
      <span>
        {left === 0 && (
          <Trans>That was the last attempt for now. Wait a while before you try again.</Trans>
        )}
        {left !== undefined && left > 0 && (
          <Plural value={left} one="# attempt left." other="# attempts left." />
        )}
      </span>
      <SentenceGap />
      {tries >= 2 && kind === 'app' && (
        <Trans>Check that your phone's clock is set automatically.</Trans>
      )}
    </span>
  );
}
