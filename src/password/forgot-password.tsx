import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';

import { Link } from '../lib/link.tsx';
import { config } from '../api/config.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { requestPasswordReset } from '../api/password.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { paths } from '../lib/paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { EmailField } from '../ui/email-field.tsx';
import { MailIcon } from '../ui/icons.tsx';
import { MailLink } from '../ui/mail-link.tsx';
import { Outcome } from '../ui/outcome.tsx';
import './password.css';

/** Asks for a link by email. It never says who has an account. */
export function ForgotPassword() {
  const { t } = useLingui();
  const email = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const ask = useMutation({ mutationFn: requestPasswordReset });
  const failure = ask.error ? explain(ask.error) : undefined;
  const isWaiting = useIsCoolingDown(failure);

  if (ask.isSuccess) return <Asked email={ask.variables} onAgain={() => ask.reset()} />;

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (ask.isPending) return;
    // Read on submit, because some browsers fill a field without an event.
    const typed = email.current?.value.trim() ?? '';
    setIsMissing(typed === '');
    if (typed === '') email.current?.focus();
    else ask.mutate(typed);
  }

  return (
    <Card className="password-card">
      <title>{t`Forgot password`}</title>
      <header>
        <h1>
          <Trans>Forgot your password?</Trans>
        </h1>
        <p className="password-hint">
          <Trans>We'll email you a link to choose a new one.</Trans>
        </p>
      </header>
      <form noValidate onSubmit={handleSubmit}>
        <EmailField ref={email} isMissing={isMissing} />
        {failure && <Failure {...failure} what={t(stillTrue(ask.error, msg`No link was sent.`))} />}
        <Button type="submit" variant="primary" isBusy={ask.isPending} isDisabled={isWaiting}>
          <Trans>Send link</Trans>
        </Button>
        <Link to={paths.signIn()}>
          <Trans>Back to sign-in</Trans>
        </Link>
      </form>
    </Card>
  );
}

function Asked({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<MailIcon />}
      tone="accent"
      title={t`Check your email`}
      actions={
        <>
          <Link to={paths.signIn()} className={buttonClass()}>
            <Trans>Back to sign-in</Trans>
          </Link>
          <Button variant="quiet" onClick={onAgain}>
            <Trans>Use a different email</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          If there's an account for <bdi>{email}</bdi>, a link to choose a new password is on its
          way. You'll still be asked for your second step.
        </Trans>
      </p>
      <p>
        <Trans>
          Didn't get it? Check your spam folder, or contact <MailLink to={config.supportEmail} />.
        </Trans>
      </p>
    </Outcome>
  );
}
