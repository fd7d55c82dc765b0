import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { config } from '../../api/config.ts';
import { explain } from '../../api/explain.ts';
import { mfaQueries } from '../../api/mfa.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import { paths } from '../../lib/paths.ts';
import { Redirect } from '../../lib/redirect.tsx';
import { maskEmail } from '../../lib/format.ts';
import { useReturnTo } from '../../lib/return-to.ts';
import { addWords } from '../../lib/words.ts';
import { MethodChoice } from '../../proof/method-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Failure } from '../../ui/failure.tsx';
import { MailLink } from '../../ui/mail-link.tsx';
import { Waiting } from '../../ui/reading.tsx';
import { SentenceGap } from '../../ui/sentence-gap.tsx';
import { GoOn, signingInAsQuery } from '../signing-in.tsx';
import { useSignOut } from '../../api/account.ts';
import { messages } from './locales/en.po';
import './second-step.css';

addWords(messages);

/** Asks for one of the methods that are on, after the password. Leaves once the status is verified. */
export function SecondStepPage() {
  const { t } = useLingui();
  const returnTo = useReturnTo();
  const isSignedIn = useIsSignedIn();
  const { data: email } = useQuery(signingInAsQuery());
  const {
    data: status,
    error,
    refetch,
  } = useQuery({
    ...mfaQueries.status(),
    enabled: isSignedIn,
  });

  if (!isSignedIn) return <Redirect to={paths.signIn(returnTo)} />;
  if (status && (status.sessionVerified || !status.isEnabled)) {
    return <GoOn to={returnTo} />;
  }
  return (
    <Card className="second-step">
      <title>{t`Confirm it's you`}</title>
      <header>
        <h1>
          <Trans>Confirm it's you</Trans>
        </h1>
        <p className="second-step-lead">
          <Trans>One more step to sign in.</Trans>
          <SentenceGap />
          {email && (
            <Trans>
              Signing in as <bdi>{maskEmail(email)}</bdi>.
            </Trans>
          )}
        </p>
      </header>
      {error && <Failure {...explain(error)} onRetry={() => void refetch()} />}
      {status ? <MethodChoice status={status} /> : !error && <Waiting height="10rem" />}
      <WaysOut />
    </Card>
  );
}

/** For someone who can't continue: who can help, and how to sign in as someone else. */
function WaysOut() {
  const signOut = useSignOut();
  const { supportEmail, forgotPasswordUrl } = config;
  return (
    <footer className="second-step-footer">
      <p>
        <Trans>
          Still can't sign in? Contact <MailLink to={supportEmail} />.
        </Trans>
      </p>
      {forgotPasswordUrl && (
        <a href={forgotPasswordUrl} className="second-step-link">
          <Trans>Forgot password</Trans>
        </a>
      )}
      <Button variant="quiet" onClick={() => signOut.mutate()}>
        <Trans>Use a different account</Trans>
      </Button>
    </footer>
  );
}
