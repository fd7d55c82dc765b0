import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

import { leaveForSignIn } from '../../api/host-session.ts';
import { lastSessionChange, useIsSignedIn } from '../../api/tokens.ts';
import { base } from '../../lib/paths.ts';
import { useReturnTo } from '../../lib/return-to.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { GoOn } from '../signing-in.tsx';

/** In the place of the sign-in form: leads to the sign-in of the host, which brings people back. */
export function HostSignIn() {
  const { t } = useLingui();
  const isSignedIn = useIsSignedIn();
  const returnTo = useReturnTo();
  const isLeft = lastSessionChange() === 'signed-out';
  const address = base + returnTo.slice(1);
  useEffect(() => {
    // Whoever has just signed out wants to stay so.
    if (!isSignedIn && !isLeft) leaveForSignIn(address);
  }, [address, isLeft, isSignedIn]);

  if (isSignedIn) return <GoOn to={returnTo} />;
  return (
    <Card className="sign-in-page-card">
      <title>{t`Sign in`}</title>
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {isLeft && (
        <p role="status">
          <Trans>You're signed out.</Trans>
        </p>
      )}
      <Button variant="primary" onClick={() => leaveForSignIn(address)}>
        <Trans>Sign in</Trans>
      </Button>
    </Card>
  );
}
