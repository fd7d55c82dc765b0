import { Plural, Trans } from '@lingui/react/macro';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { KnownPasskey } from '../../../api/contract-set-up.ts';
import { getAuthOptions } from '../../../api/verify-login.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import type { PasskeyCapability } from '../../../passkey/passkey-capability.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useMethodViews } from '../../use-method-views.ts';
import { OfflineNotice } from '../offline-notice.tsx';
import { AuthenticatorAppLink } from './authenticator-app-link.tsx';
import './create-passkey.css';
import type { useRegisterPasskey } from './make-passkey.ts';
import { explainPasskey, PasskeyFailure } from './passkey-failure.tsx';
import { PasskeyLabel } from './passkey-label.tsx';
import { readPasskeyLabels } from './passkey-labels.ts';

interface Props {
  /** Undefined until the browser's capability check resolves (usually a few milliseconds). */
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
            After your password, you'll use your fingerprint, face, screen lock, or a security key.
            A passkey only works on the real site, so it can't be phished.
          </Trans>
        </p>
        <p role="status" className="create-passkey-status">
          {isPending && <Trans>Follow the steps your browser shows.</Trans>}
        </p>
      </div>
      {capability === 'elsewhere' && (
        <p>
          <Trans>
            This device can't unlock a passkey itself. Use your phone or a security key, or set up
            an authenticator app instead.
          </Trans>
        </p>
      )}
      {passkeys.length > 0 && <ExistingPasskeys passkeys={passkeys} isOff={state === 'off'} />}
      <OfflineNotice />
      {error && !isPending && <PasskeyFailure error={error} />}
    </Dialog>
  );
}

/**
 * The account's passkeys, where the platform lists them. Read once per dialog and never refetched: each
 * answer carries a new challenge, which voids the one that a step-up may be using.
 */
const accountPasskeysQuery = () =>
  queryOptions({
    queryKey: ['account-passkeys'],
    queryFn: async ({ signal }) => (await getAuthOptions(signal)).allowCredentials ?? [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

interface ExistingProps {
  passkeys: KnownPasskey[];
  /** They are set up and turned off. */
  isOff: boolean;
}

/** Lists the passkeys that the account has, and says what having several means. */
function ExistingPasskeys({ passkeys, isOff }: ExistingProps) {
  const labels = readPasskeyLabels();
  return (
    <div>
      <p>
        <Plural
          value={passkeys.length}
          one="You have # passkey. This adds another."
          other="You have # passkeys. This adds another."
        />
      </p>
      <ul className="existing-passkeys">
        {passkeys.map(({ id }) => (
          <li key={id}>
            <PasskeyLabel label={labels[id]} />
          </li>
        ))}
      </ul>
      <p className="existing-passkeys-note">
        {isOff ? (
          <Trans>
            Your passkeys are turned off. Turn them on in your settings to use the ones you have;
            adding another turns them all on.
          </Trans>
        ) : (
          <Trans>Turning passkeys off turns them all off. None is deleted.</Trans>
        )}
      </p>
    </div>
  );
}
