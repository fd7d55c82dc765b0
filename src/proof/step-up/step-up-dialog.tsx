import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';

import { errorCodes, isMfaType, type MfaType } from '../../api/contract.ts';
import type { RefusedError } from '../../api/errors.ts';
import { explain } from '../../api/explain.ts';
import { mfaQueries } from '../../api/mfa.ts';
import type { WaitingCall } from '../../api/step-up.ts';
import { subscribeTokens } from '../../api/tokens.ts';
import { ceremonyError, type CeremonyError } from '../../passkey/ceremony-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/reading.tsx';
import { MethodChoice } from '../method-choice.tsx';
import { ProofButtonPlace } from '../proof-button.tsx';
import { ProveByPassword } from './prove-by-password.tsx';
import './step-up.css';

interface Props {
  /** The call that waits for the proof. */
  call: WaitingCall;
  /** The server's answer to it, where it was sent already. */
  refusal?: RefusedError;
  onProven: () => void;
  onCancelled: (error: CeremonyError) => void;
}

/** Step-up: asks for a method that is on, or for the password if none is. The action then continues. */
export function StepUpDialog({ call, refusal, onProven, onCancelled }: Props) {
  const cancel = () => onCancelled(ceremonyError('cancelled'));
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const [buttonPlace, setButtonPlace] = useState<HTMLElement | null>(null);
  const end = useEffectEvent((isProven: boolean) => (isProven ? onProven() : cancel()));
  useEffect(
    () =>
      subscribeTokens((change) => {
        // Someone who signs in or out meanwhile didn't ask for the action that waits.
        if (change !== 'renewed') end(change === 'verified');
      }),
    [],
  );

  function question() {
    if (!status) {
      if (error) return <Failure {...explain(error)} onRetry={() => void refetch()} />;
      return <Waiting height="9rem" />;
    }
    if (status.isEnabled) return <MethodChoice status={status} />;
    if (refusal?.code === errorCodes.mfaRequired) {
      return (
        <p>
          <Trans>
            Your organization requires a second step, and no method is on yet. Set one up first.
          </Trans>
        </p>
      );
    }
    return <ProveByPassword />;
  }

  return (
    <Dialog
      title={<Trans>Confirm it's you</Trans>}
      onClose={cancel}
      footer={
        <>
          <Button onClick={cancel}>
            <Trans>Cancel</Trans>
          </Button>
          <span ref={setButtonPlace} className="proof-button-place" />
        </>
      }
    >
      <p className="step-up-reason">
        <Reason call={call} />
      </p>
      {/* Once its button has a place, because a button may be what takes the focus. */}
      {buttonPlace && <ProofButtonPlace value={buttonPlace}>{question()}</ProofButtonPlace>}
    </Dialog>
  );
}

/** Whole sentences, because a method's name has another form in each in some languages. */
const methodReasons: Partial<Record<string, Record<MfaType, MessageDescriptor>>> = {
  '/mfa/setup': {
    PASSKEY: msg`Confirm it's you to set up a passkey.`,
    GOOGLE_AUTH: msg`Confirm it's you to set up your authenticator app.`,
    MAGIC_LINK: msg`Confirm it's you to set up magic link.`,
  },
  '/mfa/enable': {
    PASSKEY: msg`Confirm it's you to turn on passkeys.`,
    GOOGLE_AUTH: msg`Confirm it's you to turn on your authenticator app.`,
    MAGIC_LINK: msg`Confirm it's you to turn on magic link.`,
  },
  '/mfa/disable': {
    PASSKEY: msg`Confirm it's you to turn off passkeys.`,
    GOOGLE_AUTH: msg`Confirm it's you to turn off your authenticator app.`,
    MAGIC_LINK: msg`Confirm it's you to turn off magic link.`,
  },
  '/mfa/primary': {
    PASSKEY: msg`Confirm it's you to make your passkey primary.`,
    GOOGLE_AUTH: msg`Confirm it's you to make your authenticator app primary.`,
    MAGIC_LINK: msg`Confirm it's you to make magic link primary.`,
  },
};

/** Says what waits for the proof. */
function Reason({ call: { path, body } }: { call: WaitingCall }) {
  const { t } = useLingui();
  const mfaType = body instanceof Object && 'mfaType' in body ? body.mfaType : undefined;
  const ofMethod = methodReasons[path];
  if (ofMethod && typeof mfaType === 'string' && isMfaType(mfaType)) return t(ofMethod[mfaType]);
  switch (path) {
    case '/mfa/verify-setup':
    case '/mfa/passkey/complete-registration':
      return <Trans>Confirm it's you to finish setting up.</Trans>;
    case '/mfa/magic-link/send':
      return <Trans>Confirm it's you to get the link.</Trans>;
    case '/mfa/reset':
      return body === undefined ? (
        <Trans>Confirm it's you to reset your methods.</Trans>
      ) : (
        <Trans>Confirm it's you to reset someone's methods.</Trans>
      );
    case '/mfa/organization/enforce':
      return <Trans>Confirm it's you to change what your organization requires.</Trans>;
    case '/devices/trust':
      return <Trans>Confirm it's you to trust this device.</Trans>;
    case '/sessions/revoke-all':
      return <Trans>Confirm it's you to sign out everywhere.</Trans>;
    case '/not-me':
      return <Trans>Confirm it's you to sign everyone else out.</Trans>;
  }
  if (path.startsWith('/devices/')) {
    return path.endsWith('/untrust') ? (
      <Trans>Confirm it's you to stop trusting this device.</Trans>
    ) : (
      <Trans>Confirm it's you to remove this device.</Trans>
    );
  }
  if (path.startsWith('/sessions/')) return <Trans>Confirm it's you to sign out elsewhere.</Trans>;
  if (path.startsWith('/user/')) return <Trans>Confirm it's you to change your password.</Trans>;
  return <Trans>Confirm it's you to continue.</Trans>;
}
