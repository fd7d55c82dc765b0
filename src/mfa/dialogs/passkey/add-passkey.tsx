import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';

import { Link } from '../../../lib/link.tsx';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { paths } from '../../../lib/paths.ts';
import { accountPasskeysQuery } from '../../../passkey/account-passkeys.ts';
import { CeremonyError } from '../../../passkey/ceremony-error.ts';
import type { PasskeyChoice } from '../../../passkey/passkey-ceremony.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import type { useRegisterPasskey } from './make-passkey.ts';
import { explainPasskey, PasskeyFailure } from './passkey-failure.tsx';
import { PasskeyProgress } from './passkey-progress.tsx';

interface Props {
  register: ReturnType<typeof useRegisterPasskey>;
  /** The passkeys are set up and turned off. */
  isOff: boolean;
  onStart: (choice: PasskeyChoice) => void;
  onClose: () => void;
}

/** Adds a passkey to those that the account has. Where it is kept is chosen by the button that starts. */
export function AddPasskey({ register, isOff, onStart, onClose }: Props) {
  const { error, isPending, variables: chosen } = register;
  const { data: passkeys } = useQuery(accountPasskeysQuery());
  const { state } = useLocation();
  const isWaiting = useIsCoolingDown(error && explainPasskey(error));
  const isTaken = error instanceof CeremonyError && error.reason === 'already-registered';
  const start = (choice: PasskeyChoice) => ({
    isBusy: isPending && chosen === choice,
    isDisabled: isPending || isWaiting,
    onClick: () => onStart(choice),
  });
  return (
    <Dialog
      title={<Trans>Add another passkey</Trans>}
      onClose={onClose}
      footer={
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <PasskeyProgress isPending={isPending}>
        <Trans>Where should the new one be saved?</Trans>
      </PasskeyProgress>
      <div className="passkey-choices">
        <Button {...start('here')}>
          <Trans>This device</Trans>
        </Button>
        <Button {...start('elsewhere')}>
          <Trans>A phone or security key</Trans>
        </Button>
      </div>
      <OfflineNotice />
      {error && !isPending && <PasskeyFailure error={error} />}
      {isTaken && !isPending && !isOff && (
        <p>
          <Link to={paths.test('passkey')} replace state={state as unknown}>
            <Trans>Test the passkey you have</Trans>
          </Link>
        </p>
      )}
      {passkeys && passkeys.length > 0 && (
        <p className="notice-actions">
          <Plural value={passkeys.length} one="You have # passkey." other="You have # passkeys." />
          <Link className="lone-link" to={paths.passkeys} replace state={state as unknown}>
            <Trans>See your passkeys</Trans>
          </Link>
        </p>
      )}
      <p className="passkey-note">
        {isOff ? (
          <Trans>Your passkeys are turned off. Adding another turns them all on.</Trans>
        ) : (
          <Trans>Turning passkeys off turns them all off. None is deleted.</Trans>
        )}
      </p>
    </Dialog>
  );
}
