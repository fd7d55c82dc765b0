import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import './passkeys.css';

interface Props {
  isPending: boolean;
  children: ReactNode;
}

/**
 * What a passkey is like, or what to do while the browser asks. The live region stays, so that screen
 * readers hear it change.
 */
export function PasskeyProgress({ isPending, children }: Props) {
  return (
    <div className="passkey-progress">
      <p>{children}</p>
      <p role="status">{isPending && <Trans>Follow the steps your browser shows.</Trans>}</p>
    </div>
  );
}
