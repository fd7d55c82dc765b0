import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import type { PasskeyCapability } from '../../../passkey/passkey-capability.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { useMethodViews } from '../use-method-views.ts';
import { accountPasskeysQuery } from './account-passkeys-query.ts';
import { AuthenticatorAppLink } from './authenticator-app-link.tsx';
import './create-passkey.css';
import { ExistingPasskeys } from './existing-passkeys.tsx';
import { explainPasskey } from './explain-passkey.ts';
import { PasskeyFailure } from './passkey-failure.tsx';
import type { useRegisterPasskey } from './use-register-passkey.ts';

interface Props {
  /** Undefined until the browser has answered, which takes no time that anyone sees. */
  capability: PasskeyCapability | undefined;
  register: ReturnType<typeof useRegisterPasskey>;
  onClose: () => void;
}

export function CreatePasskey({ capability, register, onClose }: Props) {
  const { views } = useMethodViews();
  const state = views?.find(({ type }) => type === 'PASSKEY')?.state;
  const { data: passkeys = [] } = useQuery({
    ...accountPasskeysQuery(),
    enabled: state === 'on' || state === 'off',
  });
  const { error, isPending } = register;
  const isWaiting = useIsCoolingDown(error && explainPasskey(error));
  return (
    <Dialog
      title={<Trans>Set up a passkey</Trans>}
      onClose={onClose}
      footer={
        <>
          {capability === 'elsewhere' && <AuthenticatorAppLink />}
          <Button
            variant="primary"
            isBusy={isPending}
            isDisabled={isWaiting || !capability}
            onClick={() => register.mutate()}
          >
            {error ? <Trans>Try again</Trans> : <Trans>Create passkey</Trans>}
          </Button>
        </>
      }
    >
      <div>
        <p>
          <Trans>
            After your password, you use your fingerprint, your face, your screen lock or a security
            key. A passkey works only on the real site, so it cannot be phished.
          </Trans>
        </p>
        <p role="status" className="create-passkey-status">
          {isPending && <Trans>Follow the steps that your browser shows.</Trans>}
        </p>
      </div>
      {capability === 'elsewhere' && (
        <p>
          <Trans>
            This device cannot unlock a passkey itself. You can keep it on your phone or a security
            key, or set up an authenticator app instead.
          </Trans>
        </p>
      )}
      {passkeys.length > 0 && <ExistingPasskeys passkeys={passkeys} isOff={state === 'off'} />}
      <OfflineNotice />
      {error && !isPending && <PasskeyFailure error={error} />}
    </Dialog>
  );
}
