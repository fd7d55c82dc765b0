import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';

import { config } from '../../api/config.ts';
import { signIn } from '../../api/sign-in.ts';
import { lastSessionChange, useIsSignedIn } from '../../api/tokens.ts';
import { laterPaths } from '../../lib/later-paths.ts';
import { lazyPage } from '../../lib/lazy-page.ts';
import { Link } from '../../lib/link.tsx';
import { useIdlePreload } from '../../lib/preload.ts';
import { useReturnTo } from '../../lib/return-to.ts';
import { addWords } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MailLink } from '../../ui/mail-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { EmailField } from '../../ui/email-field.tsx';
import { useLoginFailure } from '../../proof/login-refusal/login-refusal.tsx';
import { GoOn, signingInAsQuery } from '../signing-in.tsx';
import { messages } from './locales/en.po';
import './sign-in-page.css';

addWords(messages);

const loadSecondStep = () => import('../second-step/second-step-page.tsx');

// Where the host hands its session over. Left out of every other build.
const HostSignIn = lazyPage(() => import('./host-sign-in.tsx').then((code) => code.HostSignIn));

export function SignInPage() {
  if (import.meta.env.VITE_SESSION_SOURCE === 'own') return <OwnSignInPage />;
  return (
    <HostSignIn>
      <EndNotice />
    </HostSignIn>
  );
}

function OwnSignInPage() {
  const { t } = useLingui();
  const returnTo = useReturnTo();
  const isSignedIn = useIsSignedIn();
  const login = useSignIn();
  useIdlePreload(loadSecondStep, true);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<'email' | 'password'>();
  const { isWrong, isWaiting, alert } = useLoginFailure(login.error);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After signing out, a screen reader reads on from the heading: "You're signed out".
    (lastSessionChange() === 'signed-out' ? heading : email).current?.focus();
  }, []);

  if (isSignedIn) return <GoOn to={returnTo} />;

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    // Read on submit, because some browsers fill a field without an event.
    const credentials = {
      email: email.current?.value.trim() ?? '',
      password: password.current?.value ?? '',
    };
    const empty = credentials.email ? (credentials.password ? undefined : 'password') : 'email';
    setMissing(empty);
    if (empty) (empty === 'email' ? email : password).current?.focus();
    else login.mutate(credentials, { onError: () => password.current?.select() });
  }

  return (
    <Card className="sign-in-page-card">
      <title>{t`Sign in`}</title>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Sign in</Trans>
      </h1>
      <EndNotice />
      <form className="sign-in-page-form" noValidate onSubmit={handleSubmit}>
        <EmailField ref={email} isMissing={missing === 'email'} />
        <PasswordField
          label={t`Password`}
          name="password"
          ref={password}
          required
          error={
            missing === 'password'
              ? t`Enter your password.`
              : isWrong && t`The email or password isn't right. Check both and try again.`
          }
        />
        {alert}
        <Button type="submit" variant="primary" isBusy={login.isPending} isDisabled={isWaiting}>
          <Trans>Sign in</Trans>
        </Button>
        <ForgotPassword />
      </form>
      <p className="sign-in-page-help">
        <Trans>
          Can't sign in? Contact <MailLink to={config.supportEmail} />.
        </Trans>
      </p>
    </Card>
  );
}

/** Why somebody who was signed in is here. */
function EndNotice() {
  const change = lastSessionChange();
  if (change !== 'expired' && change !== 'signed-out') return null;
  return (
    <Notice tone="info" role="status" className="sign-in-page-ended">
      {change === 'signed-out' ? (
        <Trans>You're signed out.</Trans>
      ) : (
        <Trans>
          Your session has ended. Sign in again. Sessions end after a while, when you're signed out
          from another device, or when a method or your password changes.
        </Trans>
      )}
    </Notice>
  );
}

/** To this app's own page, unless the build names another. */
function ForgotPassword() {
  const words = <Trans>Forgot password?</Trans>;
  const look = 'sign-in-page-link';
  return config.forgotPasswordUrl ? (
    <a href={config.forgotPasswordUrl} className={look}>
      {words}
    </a>
  ) : (
    <Link to={laterPaths.forgotPassword} className={look}>
      {words}
    </Link>
  );
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => signIn(credentials),
    // Here, because the new session has by now cleared what was cached for the last one.
    onSuccess: (_, { email }) => queryClient.setQueryData(signingInAsQuery().queryKey, email),
    // So that no cache keeps a password.
    gcTime: 0,
  });
}
