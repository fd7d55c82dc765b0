import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { config } from '../../api/config.ts';
import { useSecondsLeft } from '../../lib/countdown.ts';
import { proofPauseQuery } from '../../proof/proof-errors.ts';
import { Button } from '../../ui/button.tsx';
import { useSignOut } from '../use-sign-out.ts';

/** For whoever cannot go on: who helps, and how to leave. */
export function WaysOut() {
  const signOut = useSignOut();
  const { data: pausedUntil } = useQuery(proofPauseQuery());
  const isPaused = useSecondsLeft(pausedUntil, Date.now) > 0;
  const { supportEmail, forgotPasswordUrl } = config;
  return (
    <footer className="second-step-footer">
      <p>
        <span>
          {!isPaused && (
            <Trans>Lost your device? A backup code works in place of a code from the app.</Trans>
          )}
        </span>{' '}
        <Trans>
          With nothing left, write to <a href={`mailto:${supportEmail}`}>{supportEmail}</a>.
        </Trans>
      </p>
      {forgotPasswordUrl && (
        <a href={forgotPasswordUrl}>
          <Trans>Forgot password</Trans>
        </a>
      )}
      <Button variant="quiet" onClick={() => signOut.mutate()}>
        <Trans>Sign out</Trans>
      </Button>
    </footer>
  );
}
