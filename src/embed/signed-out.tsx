import { Trans } from '@lingui/react/macro';

import { leaveForSignIn } from '../api/host-session.ts';
import { lastSessionChange, useIsSignedIn } from '../api/tokens.ts';
import { useReturnTo } from '../lib/return-to.ts';
import { addWords } from '../lib/words.ts';
import { GoOn } from '../session/signing-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { messages } from './locales/en.po';

addWords(messages);

/** In place of the settings where nobody is signed in: leads to the page's own sign-in, at a click. */
export function SignedOut() {
  const isSignedIn = useIsSignedIn();
  const returnTo = useReturnTo();
  if (isSignedIn) return <GoOn to={returnTo} />;
  const hasEnded = lastSessionChange() === 'expired';
  return (
    <Card className="signed-out">
      <p role="status">
        {hasEnded ? (
          <Trans>Your session has ended. Sign in again.</Trans>
        ) : (
          <Trans>You're signed out.</Trans>
        )}
      </p>
      <Button variant="primary" onClick={leave}>
        <Trans>Sign in</Trans>
      </Button>
    </Card>
  );
}

/** The page comes back to where it is now. */
function leave() {
  const { pathname, search, hash } = window.location;
  leaveForSignIn(pathname + search + hash);
}
