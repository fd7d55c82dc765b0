import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';

import { Link } from '../lib/link.tsx';
import { explain, stillTrue } from '../api/explain.ts';
import { mfaQueries } from '../api/mfa.ts';
import { useIsSignedIn } from '../api/tokens.ts';
import { useSendLink } from '../api/link-mark.ts';
import { paths } from '../lib/paths.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';

/** Sends another link where somebody is signed in; elsewhere it leads to the sign-in page. */
export function NewLink() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const isSignedIn = useIsSignedIn();
  // Before the second step, `magic-link/send` would email a sign-in link instead.
  const status = useQuery({ ...mfaQueries.status(), enabled: isSignedIn });
  const sendLink = useSendLink();
  const failure = sendLink.error && explain(sendLink.error);
  const isWaiting = useIsCoolingDown(failure);
  if (!isSignedIn || status.data?.sessionVerified === false) {
    return (
      <Link to={paths.signIn()} className={buttonClass('primary')}>
        <Trans>Sign in to send a new one</Trans>
      </Link>
    );
  }
  return (
    <>
      <Button
        variant="primary"
        isBusy={sendLink.isPending}
        isDisabled={isWaiting}
        onClick={() => sendLink.mutate(undefined, { onSuccess: () => navigate(paths.settings) })}
      >
        <Trans>Send a new link</Trans>
      </Button>
      {failure && (
        <Failure {...failure} what={t(stillTrue(sendLink.error, msg`No link was sent.`))} />
      )}
      <Link to={paths.settings} className={buttonClass('quiet')}>
        <Trans>Back to settings</Trans>
      </Link>
    </>
  );
}
