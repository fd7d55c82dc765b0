import { Trans } from '@lingui/react/macro';
import { useLocation } from 'react-router-dom';

import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { buttonClass, type ButtonVariant } from '../../../ui/button.tsx';
import { useMethodViews } from '../../use-method-views.ts';

/** Offers an authenticator app instead of a passkey, where none is set up. */
export function AuthenticatorAppLink({ variant }: { variant?: ButtonVariant }) {
  const { state } = useLocation();
  const { views } = useMethodViews();
  if (views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state !== 'not-set-up') return null;
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
}
