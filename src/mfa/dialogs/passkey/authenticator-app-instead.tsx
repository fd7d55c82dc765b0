import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router-dom';

import { Link } from '../../../lib/link.tsx';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import type { useTurnOn } from '../../../api/mfa.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { paths } from '../../../lib/paths.ts';
import { Button, buttonClass, type ButtonVariant } from '../../../ui/button.tsx';
import { useMethodViews } from '../../use-method-views.ts';
import { ChangeFailure } from '../change-failure.tsx';

interface Props {
  variant?: ButtonVariant;
  turnOn: ReturnType<typeof useTurnOn>;
  /** Called when the app was turned on. */
  onDone: () => void;
}

/** Offers an authenticator app instead of a passkey: to set up, or to turn on if it is off. */
export function AuthenticatorAppInstead({ variant, turnOn, onDone }: Props) {
  const { state } = useLocation();
  const { views } = useMethodViews();
  const isWaiting = useIsCoolingDown(turnOn.error && explain(turnOn.error));
  switch (views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state) {
    case 'not-set-up':
      // Replaces this dialog's address, so that Back leads to the settings from there as well.
      return (
        <Link
          className={buttonClass(variant)}
          to={paths.setUp('authenticator-app')}
          replace
          state={state as unknown}
        >
          <Trans>Set up an authenticator app</Trans>
        </Link>
      );
    case 'off':
      return (
        <Button
          variant={variant}
          isBusy={turnOn.isPending}
          isDisabled={isWaiting}
          onClick={() => turnOn.mutate('GOOGLE_AUTH', { onSuccess: onDone })}
        >
          <Trans>Turn on your authenticator app</Trans>
        </Button>
      );
    default:
      return null;
  }
}

/** Why turning the app on failed. */
export function TurnOnFailure({ error, isStale }: { error: Error; isStale: boolean }) {
  const { t } = useLingui();
  const name = t(methodNames.GOOGLE_AUTH);
  return (
    <ChangeFailure
      what={<Trans>{name} is still off.</Trans>}
      explanation={explain(error)}
      isStale={isStale}
    />
  );
}
