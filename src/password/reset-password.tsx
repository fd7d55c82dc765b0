import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';

import { Link } from '../lib/link.tsx';
import { isOffline } from '../api/errors.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { paths } from '../lib/paths.ts';
import { useEmailedLink } from '../lib/use-emailed-link.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { MailIcon, WarningIcon } from '../ui/icons.tsx';
import { CheckIcon, ClockIcon } from '../ui/later-icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { findProblem, NewPassword, type PasswordProblem, readProblem } from './new-password.tsx';
import './password.css';
import {
  readResetResult,
  readResetToken,
  type ResetResult,
  useResetPassword,
} from './use-reset-password.ts';

/** The page behind the emailed link for a new password. It posts nothing before the form is submitted. */
export function ResetPassword({ link }: { link: EmailedLink | undefined }) {
  const { t } = useLingui();
  const password = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<PasswordProblem>();
  const reset = useResetPassword(password);
  const { error } = reset;
  const { stage, post } = useEmailedLink({
    link,
    mutation: reset,
    isUnsent: isOffline(error),
    isToken: (token) => readResetToken(token) !== undefined,
    wasAskedHere: () => false,
    readResult: readResetResult,
  });
  const refused = readProblem(error);
  const failure = error && !refused ? explain(error) : undefined;
  const isWaiting = useIsCoolingDown(failure);

  if (stage.kind === 'ended') return <Ended result={stage.result} />;
  if (stage.kind === 'incomplete' || !post)
    return <NoToken isIncomplete={stage.kind !== 'to-open-again'} />;

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (reset.isPending) return;
    // Read on submit, because some browsers fill a field without an event.
    const problem = findProblem(password.current?.value ?? '');
    reset.reset();
    setFound(problem);
    if (problem) password.current?.focus();
    else post?.();
  }

  return (
    <Card className="password-card">
      <title>{t`Choose a new password`}</title>
      <header>
        <h1>
          <Trans>Choose a new password</Trans>
        </h1>
        <p className="password-hint">
          <Trans>You'll be signed out everywhere.</Trans>
        </p>
      </header>
      <form noValidate onSubmit={handleSubmit}>
        <NewPassword ref={password} problem={found ?? refused} email={undefined} />
        {failure && (
          <Failure {...failure} what={t(stillTrue(error, msg`Your password is unchanged.`))} />
        )}
        <Button type="submit" variant="primary" isBusy={reset.isPending} isDisabled={isWaiting}>
          <Trans>Save password</Trans>
        </Button>
      </form>
    </Card>
  );
}

const toSignIn = () => (
  <Link to={paths.signIn()} className={buttonClass('primary')}>
    <Trans>Sign in</Trans>
  </Link>
);

const toNewLink = (words: ReactNode) => (
  <Link to={laterPaths.forgotPassword} className={buttonClass()}>
    {words}
  </Link>
);

function Ended({ result }: { result: ResetResult }) {
  const { t } = useLingui();
  switch (result) {
    case 'done':
      return (
        <Outcome
          icon={<CheckIcon />}
          tone="good"
          title={t`Your password was changed`}
          actions={toSignIn()}
        >
          <Trans>
            Sign in with your new password. If you have a second step, we'll ask for it.
          </Trans>
        </Outcome>
      );
    case 'may-be-done':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`Your password may already be changed`}
          actions={
            <>
              {toSignIn()}
              {toNewLink(<Trans>Send a new link</Trans>)}
            </>
          }
        >
          <Trans>
            We got no answer the first time, and the link no longer works. Try signing in with your
            new password.
          </Trans>
        </Outcome>
      );
    case 'no-longer-works':
      return (
        <Outcome
          icon={<ClockIcon />}
          tone="warn"
          title={t`This link no longer works`}
          actions={toNewLink(<Trans>Send a new link</Trans>)}
        >
          <Trans>Links work once, and only for a short time. Your password is unchanged.</Trans>
        </Outcome>
      );
  }
}

function NoToken({ isIncomplete }: { isIncomplete: boolean }) {
  const { t } = useLingui();
  return (
    <Outcome
      icon={isIncomplete ? <WarningIcon /> : <MailIcon />}
      tone={isIncomplete ? 'warn' : 'accent'}
      title={isIncomplete ? t`This link is incomplete` : t`Open the link in the email again`}
      actions={toNewLink(<Trans>Send a new link</Trans>)}
    >
      {isIncomplete ? (
        <Trans>Open it again from the email, or send yourself a new one.</Trans>
      ) : (
        <Trans>The page reloaded before you saved a new password. The link still works.</Trans>
      )}
    </Outcome>
  );
}
