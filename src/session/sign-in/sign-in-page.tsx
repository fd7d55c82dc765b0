import './words.ts';

import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';

import { config } from '../../api/config.ts';
import { explain } from '../../api/explain.ts';
import { lastSessionChange } from '../../api/tokens.ts';
import { useIsSignedIn } from '../../api/use-is-signed-in.ts';
import { useIsOnline } from '../../lib/use-is-online.ts';
import { useReturnTo } from '../../lib/use-return-to.ts';
import { useSecondsLeft } from '../../lib/use-seconds-left.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './sign-in-page.css';
import { GoOn } from '../go-on.tsx';
import { AccountRefused, readLoginRefusal } from '../login-refusal/login-refusal.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignInPage() {
  const { t } = useLingui();
  const returnTo = useReturnTo();
  const isSignedIn = useIsSignedIn();
  const isOnline = useIsOnline();
  const signIn = useSignIn();
  const password = useRef<HTMLInputElement>(null);
  const refusal = readLoginRefusal(signIn.error);
  const failure = signIn.error && !refusal ? explain(signIn.error) : undefined;
  const isWaiting = useSecondsLeft(failure?.retryAt, Date.now) > 0;

  if (isSignedIn) return <GoOn to={returnTo} />;

  function submit(form: FormData) {
    signIn.mutate(
      { email: String(form.get('email')).trim(), password: String(form.get('password')) },
      { onError: () => password.current?.select() },
    );
  }

  return (
    <Card className="sign-in-page-card">
      <title>{t`Sign in`}</title>
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {lastSessionChange() === 'expired' && (
        <Notice tone="info" role="status" className="sign-in-page-ended">
          <Trans>
            Your session has ended. Sign in again. Sessions end after a while, and when a method is
            changed somewhere else.
          </Trans>
        </Notice>
      )}
      {lastSessionChange() === 'signed-out' && (
        <Notice tone="info" role="status" className="sign-in-page-ended">
          <Trans>You are signed out.</Trans>
        </Notice>
      )}
      <form
        className="sign-in-page-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={t`Email`}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordField
          label={t`Password`}
          name="password"
          ref={password}
          required
          error={
            refusal === 'wrong' &&
            t`The email or the password is not right. Check both and try again.`
          }
        />
        {refusal && refusal !== 'wrong' && <AccountRefused refusal={refusal} />}
        {failure && <Failure {...failure} />}
        <Button
          type="submit"
          variant="primary"
          isBusy={signIn.isPending}
          isDisabled={isWaiting || !isOnline}
        >
          <Trans>Sign in</Trans>
        </Button>
        {config.forgotPasswordUrl && (
          <a href={config.forgotPasswordUrl}>
            <Trans>Forgot password</Trans>
          </a>
        )}
      </form>
    </Card>
  );
}
