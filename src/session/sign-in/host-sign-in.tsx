import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import { leaveForSignIn } from '../../api/host-session.ts';
import { lastSessionChange, useIsSignedIn } from '../../api/tokens.ts';
import { base } from '../../lib/paths.ts';
import { useReturnTo } from '../../lib/return-to.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { GoOn } from '../signing-in.tsx';

/**
 * In the place of the sign-in form: leads to the sign-in of the host, which brings people back. Whoever
 * was signed in until now is told first why they no longer are, and leaves by the button.
 */
export function HostSignIn({ children: whyHere }: { children: ReactNode }) {
  const { t } = useLingui();
  const isSignedIn = useIsSignedIn();
  const returnTo = useReturnTo();
  const wasSignedIn = lastSessionChange() !== undefined;
  const address = base + returnTo.slice(1);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isSignedIn) return;
    if (wasSignedIn) heading.current?.focus();
    else leaveForSignIn(address);
  }, [address, wasSignedIn, isSignedIn]);

  if (isSignedIn) return <GoOn to={returnTo} />;
  return (
    <Card className="sign-in-page-card">
      <title>{t`Sign in`}</title>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Sign in</Trans>
      </h1>
      {whyHere}
      <div className="sign-in-page-form">
        <Button variant="primary" onClick={() => leaveForSignIn(address)}>
          <Trans>Sign in</Trans>
        </Button>
      </div>
    </Card>
  );
}
