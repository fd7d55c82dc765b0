import { Trans } from '@lingui/react/macro';

import { use } from 'react';

import { Alert } from '../ui/alert.tsx';
import { HasOthers } from './has-others.ts';

/** The browser signed, and the service did not take it: another account's, or one that is gone. */
export function PasskeyRefused() {
  return (
    <Alert>
      {use(HasOthers) ? (
        <Trans>This passkey was not accepted. Try again, or use another method.</Trans>
      ) : (
        <Trans>This passkey was not accepted. Try again.</Trans>
      )}
    </Alert>
  );
}
