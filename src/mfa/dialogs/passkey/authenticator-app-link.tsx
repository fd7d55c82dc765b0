import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router-dom';

import { paths } from '../../../lib/paths.ts';
import { buttonClass, type ButtonVariant } from '../../../ui/button.tsx';
import { useMethodViews } from '../use-method-views.ts';

/** What there can be instead, unless it is there already. */
export function AuthenticatorAppLink({ variant }: { variant?: ButtonVariant }) {
  const { state } = useLocation();
  const { views } = useMethodViews();
  if (views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state !== 'not-set-up') return null;
  // In this dialog's place, so that Back leads to the settings from there, too.
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
