import { Trans } from '@lingui/react/macro';

import { use } from 'react';

import { passkeyMayBeCopied } from '../api/contract-sign-in.ts';
import type { RefusedError } from '../api/errors.ts';
import { Alert } from '../ui/alert.tsx';
import { HasOthers } from './has-others.ts';
import { isWrongProof } from './is-wrong-proof.ts';
import { ProofFailure } from './proof-failure.tsx';

/** Why a passkey proved nothing. */
export function PasskeyProofFailure({ error }: { error: Error }) {
  return isWrongProof(error) ? <PasskeyRefused refusal={error} /> : <ProofFailure error={error} />;
}

/** The browser signed, and the service did not take it: another account's, gone, or perhaps copied. */
function PasskeyRefused({ refusal }: { refusal: RefusedError }) {
  const hasOthers = use(HasOthers);
  if (refusal.code === passkeyMayBeCopied) return <MayBeCopied hasOthers={hasOthers} />;
  return (
    <Alert>
      {hasOthers ? (
        <Trans>This passkey was not accepted. Try again, or use another method.</Trans>
      ) : (
        <Trans>This passkey was not accepted. Try again.</Trans>
      )}
    </Alert>
  );
}

/** Trying again does not help: its counter went back, as it does after a copy was used. */
function MayBeCopied({ hasOthers }: { hasOthers: boolean }) {
  return (
    <Alert>
      <Trans>This passkey was not accepted, because it may have been copied.</Trans>{' '}
      {hasOthers ? (
        <Trans>Use another method, then set up a new passkey.</Trans>
      ) : (
        <Trans>Write to support to get back in.</Trans>
      )}
    </Alert>
  );
}
