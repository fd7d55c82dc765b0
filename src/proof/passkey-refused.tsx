import { Trans } from '@lingui/react/macro';

import { Alert } from '../ui/alert.tsx';

/** The browser signed, and the service did not take it: another account's, or one that is gone. */
export function PasskeyRefused() {
  return (
    <Alert>
      <Trans>This passkey was not accepted. Try again, or use another method.</Trans>
    </Alert>
  );
}
