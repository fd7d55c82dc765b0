import './words.ts';

import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { explain } from '../../api/explain.ts';
import { mfaQueries } from '../../api/mfa.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import { paths } from '../../lib/paths.ts';
import { Redirect } from '../../lib/redirect.tsx';
import { maskEmail } from '../../lib/format.ts';
import { useReturnTo } from '../../lib/return-to.ts';
import { MethodChoice } from '../../proof/method-choice.tsx';
import { Card } from '../../ui/card.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { GoOn } from '../go-on.tsx';
import { signingInAsQuery } from '../signing-in-as-query.ts';
import './second-step.css';
import { WaysOut } from './ways-out.tsx';

/** After the password, one of the methods that are on. The status says when to go on. */
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
      <title>{t`Confirm that it is you`}</title>
      <header>
        <h1>
          <Trans>Confirm that it is you</Trans>
        </h1>
        <p className="second-step-lead">
          <Trans>Your password was right. One more step, and you are signed in.</Trans>
        </p>
        {email && (
          <p className="second-step-lead">
            <Trans>Signing in as {maskEmail(email)}.</Trans>
          </p>
        )}
      </header>
      {error && <Failure {...explain(error)} onRetry={() => void refetch()} />}
      {status ? <MethodChoice status={status} /> : !error && <Waiting height="10rem" />}
      <WaysOut />
    </Card>
  );
}
