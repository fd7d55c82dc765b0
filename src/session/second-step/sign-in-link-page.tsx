import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { Link } from '../../lib/link.tsx';
import { config } from '../../api/config.ts';
import { isOffline } from '../../api/errors.ts';
import { readLinkMark } from '../../api/link-mark.ts';
import { signedInAsQuery } from '../../api/signed-in-as-query.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import type { EmailedLink } from '../../lib/emailed-link.ts';
import { maskEmail } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { Redirect } from '../../lib/redirect.tsx';
import { useEmailedLink } from '../../lib/use-emailed-link.ts';
import { addWords } from '../../lib/words.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { MailIcon, OfflineIcon, WarningIcon } from '../../ui/icons.tsx';
import { MailLink } from '../../ui/mail-link.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { WorkingOutcome } from '../../ui/outcome.tsx';
import { messages } from './locales/en.po';
import { FinishSigningIn, SignInLinkEnded } from './sign-in-link-ended.tsx';
import { readSignInLinkResult, useSignInLink } from './use-sign-in-link.ts';

addWords(messages);

/**
 * The page behind the emailed sign-in link. It uses the session that asked for the link, so a mail
 * scanner, which has none, signs nobody in.
 */
export function SignInLinkPage({ link }: { link: EmailedLink | undefined }) {
  const { t } = useLingui();
  const isSignedIn = useIsSignedIn();
  const signIn = useSignInLink();
  const { error } = signIn;
  const { stage, post } = useEmailedLink({
    link,
    mutation: signIn,
    isUnsent: isOffline(error),
    isReady: isSignedIn,
    wasAskedHere: () => readLinkMark() !== undefined,
    readResult: readSignInLinkResult,
  });

  switch (stage.kind) {
    case 'working':
      return <WorkingOutcome title={t`Signing you in`} />;
    case 'ended':
      // Signed out since, in this tab or another.
      if (stage.result === 'done' && !isSignedIn) return <Redirect to={paths.signIn()} />;
      return <SignInLinkEnded result={stage.result} error={error} onRetry={post} />;
    case 'unknown':
      return <SignInLinkEnded result="unknown" error={error} onRetry={post} />;
    case 'incomplete':
    case 'to-open-again':
      return <IncompleteLink />;
    case 'offline':
    case 'confirm':
      if (!isSignedIn) return <OpenElsewhere />;
      return <ConfirmSignIn isOffline={stage.kind === 'offline'} onConfirm={post} />;
  }
}

interface ConfirmProps {
  /** The last try failed because there was no connection. */
  isOffline: boolean;
  onConfirm: (() => void) | undefined;
}

function ConfirmSignIn({ isOffline, onConfirm }: ConfirmProps) {
  const { t } = useLingui();
  const { data: here } = useQuery(signedInAsQuery());
  return (
    <Outcome
      icon={isOffline ? <OfflineIcon /> : <MailIcon />}
      tone={isOffline ? 'warn' : 'accent'}
      title={isOffline ? t`You're offline` : t`Sign in with this link?`}
      actions={
        <Button variant="primary" onClick={onConfirm}>
          <Trans>Sign in</Trans>
        </Button>
      }
    >
      {here !== undefined && (
        <p>
          <Trans>
            Signing in as <bdi>{maskEmail(here)}</bdi>.
          </Trans>
        </p>
      )}
      {isOffline ? (
        <Trans>Keep this page open, and try again when you're online.</Trans>
      ) : (
        <Trans>Didn't ask for this link? Close this page; nobody will be signed in.</Trans>
      )}
    </Outcome>
  );
}

/** Nothing is sent, because the link works only with the session that asked for it. */
function OpenElsewhere() {
  const { t } = useLingui();
  const { supportEmail } = config;
  return (
    <Outcome
      icon={<MailIcon />}
      tone="accent"
      title={t`Go back to the tab where you're signing in`}
      actions={
        <Link to={paths.signIn()} className={buttonClass()}>
          <Trans>Sign in here instead</Trans>
        </Link>
      }
    >
      <p>
        <Trans>
          This link only works in the browser that requested it. Open it there: copy it from the
          email, or read the email on that device.
        </Trans>
      </p>
      <p>
        <Trans>
          Didn't ask for it? Someone knows your password. Change it, and contact{' '}
          <MailLink to={supportEmail} />.
        </Trans>
      </p>
    </Outcome>
  );
}

function IncompleteLink() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<WarningIcon />}
      tone="warn"
      title={t`This link is incomplete`}
      actions={<FinishSigningIn />}
    >
      <Trans>Open it again from the email. If you copied it, make sure you copied all of it.</Trans>
    </Outcome>
  );
}
