import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';

import { Link } from '../lib/link.tsx';
import { passwordErrorCodes } from '../api/contract-password.ts';
import { RefusedError } from '../api/errors.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { useChangePassword } from '../api/password.ts';
import { signedInAsQuery } from '../api/signed-in-as-query.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { paths } from '../lib/paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { CheckIcon } from '../ui/later-icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { findProblem, NewPassword, type PasswordProblem, readProblem } from './new-password.tsx';
import './password.css';

const refusals = {
  400: msg`The service didn't accept this password. Choose another.`,
  403: msg`You can't change this password here.`,
};

/** Changes the password. The service asks for a proof, so the old password is not asked for here. */
export function ChangePassword() {
  const { t } = useLingui();
  const password = useRef<HTMLInputElement>(null);
  const { data: email } = useQuery(signedInAsQuery());
  const change = useChangePassword();
  const [found, setFound] = useState<PasswordProblem>();
  const refused = readProblem(change.error);
  const failure = change.error && !refused ? explainChange(change.error) : undefined;
  const isWaiting = useIsCoolingDown(failure);

  if (change.isSuccess) return <PasswordChanged />;

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (change.isPending) return;
    // Read on submit, because some browsers fill a field without an event.
    const typed = password.current?.value ?? '';
    const problem = findProblem(typed);
    change.reset();
    setFound(problem);
    if (problem) password.current?.focus();
    else change.mutate(typed, { onError: () => password.current?.select() });
  }

  return (
    <Card className="password-card">
      <title>{t`Change password`}</title>
      <header>
        <h1>
          <Trans>Change password</Trans>
        </h1>
        <p className="password-hint">
          <Trans>You'll be signed out everywhere else.</Trans>
        </p>
      </header>
      <form noValidate onSubmit={handleSubmit}>
        <NewPassword ref={password} problem={found ?? refused} email={email} />
        {failure && (
          <Failure
            {...failure}
            what={t(stillTrue(change.error, msg`Your password is unchanged.`))}
          />
        )}
        <Button type="submit" variant="primary" isBusy={change.isPending} isDisabled={isWaiting}>
          <Trans>Change password</Trans>
        </Button>
        <Link to={laterPaths.forgotPassword}>
          <Trans>Forgot password?</Trans>
        </Link>
      </form>
    </Card>
  );
}

function explainChange(error: Error) {
  const hasNone = error instanceof RefusedError && error.code === passwordErrorCodes.none;
  const why = msg`This account signs in with another provider and has no password.`;
  return { ...explain(error, refusals), ...(hasNone && { why }) };
}

function PasswordChanged() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<CheckIcon />}
      tone="good"
      title={t`Your password was changed`}
      actions={
        <>
          <Link to={paths.settings} className={buttonClass('primary')}>
            <Trans>Go to settings</Trans>
          </Link>
          <Link to={paths.devices} className={buttonClass()}>
            <Trans>See where you're signed in</Trans>
          </Link>
        </>
      }
    >
      <Trans>Use your new password the next time you sign in.</Trans>
    </Outcome>
  );
}
