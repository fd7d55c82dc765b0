import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router-dom';

import { paths } from '../../../lib/paths.ts';
import { buttonClass, type ButtonVariant } from '../../../ui/button.tsx';

/** In this dialog's place, so that Back leads to the settings from there, too. */
export function AuthenticatorAppLink({ variant }: { variant?: ButtonVariant }) {
  const { state } = useLocation();
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
}
