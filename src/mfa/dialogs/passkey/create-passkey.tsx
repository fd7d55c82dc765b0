import { Trans } from '@lingui/react/macro';

import { useTurnOn } from '../../../api/mfa.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { CeremonyError } from '../../../passkey/ceremony-error.ts';
import type { PasskeyCapability } from '../../../passkey/passkey-capability.ts';
import type { PasskeyChoice } from '../../../passkey/passkey-ceremony.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useMethodViews } from '../../use-method-views.ts';
import { OfflineNotice } from '../offline-notice.tsx';
import { AuthenticatorAppInstead, TurnOnFailure } from './authenticator-app-instead.tsx';
import type { useRegisterPasskey } from './make-passkey.ts';
import { explainPasskey, PasskeyFailure } from './passkey-failure.tsx';
import { PasskeyProgress } from './passkey-progress.tsx';

interface Props {
  /** Undefined until the browser's capability check resolves (usually a few milliseconds). */
  capability: PasskeyCapability | undefined;
  register: ReturnType<typeof useRegisterPasskey>;
  onStart: (choice: PasskeyChoice | undefined) => void;
  onClose: () => void;
}

/** Makes the account's first passkey. */
export function CreatePasskey({ capability, register, onStart, onClose }: Props) {
  const { error, isPending } = register;
  const turnOn = useTurnOn();
  const { error: readError } = useMethodViews();
  const isWaiting = useIsCoolingDown(error && explainPasskey(error));
  const isTaken = error instanceof CeremonyError && error.reason === 'already-registered';
  // Where this device cannot unlock a passkey, the browser knows best what else there is.
  const choice = capability === 'here' ? 'here' : undefined;
  return (
    <Dialog
      title={<Trans>Set up a passkey</Trans>}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {!isTaken && (
            <Button
              variant="primary"
              isBusy={isPending}
              isDisabled={isWaiting || !capability}
              onClick={() => onStart(choice)}
            >
              {error ? <Trans>Try again</Trans> : <Trans>Create passkey</Trans>}
            </Button>
          )}
        </>
      }
    >
      <PasskeyProgress isPending={isPending}>
        <Trans>
          After your password, you'll use your fingerprint, face, screen lock, or a security key. A
          passkey only works on the real site, so it can't be phished.
        </Trans>
      </PasskeyProgress>
      {capability === 'elsewhere' && (
        <p>
          <Trans>
            This device can't unlock a passkey itself. Use your phone or a security key, or an
            authenticator app instead.
          </Trans>
        </p>
      )}
      <OfflineNotice />
      {error && !isPending && <PasskeyFailure error={error} />}
      {turnOn.error && <TurnOnFailure error={turnOn.error} isStale={readError !== null} />}
      {capability === 'elsewhere' && <AuthenticatorAppInstead turnOn={turnOn} onDone={onClose} />}
      {capability === 'here' && (
        <Button
          variant={isTaken ? 'primary' : 'secondary'}
          isDisabled={isWaiting || isPending}
          onClick={() => onStart('elsewhere')}
        >
          <Trans>Use a phone or security key</Trans>
        </Button>
      )}
    </Dialog>
  );
}
