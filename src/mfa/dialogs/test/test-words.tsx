import { Trans } from '@lingui/react/macro';

import type { MfaType } from '../../../api/contract.ts';

/** What a test is like, and what it uses up. */
export function TestWords({ method }: { method: MfaType }) {
  switch (method) {
    case 'GOOGLE_AUTH':
      return (
        <p>
          <Trans>
            Sign-in asks for a code just like this. Each code works once: if you have used one just
            now, to set the app up or to sign in, wait for the next. A backup code is used up, too.
            Wrong codes count as they do at sign-in: too many, and both pause for a while.
          </Trans>
        </p>
      );
    case 'PASSKEY':
      return (
        <p>
          <Trans>Sign-in asks for your passkey just like this. Testing uses nothing up.</Trans>
        </p>
      );
    case 'MAGIC_LINK':
      return (
        <p>
          <Trans>
            Sign-in sends a link just like this. The link you open is used up; sign-in sends a new
            one.
          </Trans>
        </p>
      );
  }
}
