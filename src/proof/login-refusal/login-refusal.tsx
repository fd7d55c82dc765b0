import { Trans } from '@lingui/react/macro';

import { config } from '../../api/config.ts';
import { RefusedError } from '../../api/errors.ts';
import { explain } from '../../api/explain.ts';
import { useIsCoolingDown, useSecondsLeft } from '../../lib/countdown.ts';
import { formatDuration } from '../../lib/format.ts';
import { addWords } from '../../lib/words.ts';
import { Alert } from '../../ui/notice.tsx';
import { Failure } from '../../ui/failure.tsx';
import { MailLink } from '../../ui/mail-link.tsx';
import { messages } from './locales/en.po';

addWords(messages);

/** Why `login` refused an address and a password. */
type LoginRefusal = 'wrong' | 'inactive' | 'no-password' | 'closed';

/** By `error_code`. An unknown address and a wrong password look the same, so nobody learns who has an account. */
const refusals: Partial<Record<string, LoginRefusal>> = {
  USER_NOT_FOUND: 'wrong',
  INVALID_PASSWORD: 'wrong',
  USER_INACTIVE: 'inactive',
  NO_PASSWORD_SET: 'no-password',
};

/** Undefined where `login` failed for a reason that has nothing to do with the credentials. */
function readLoginRefusal(error: unknown): LoginRefusal | undefined {
  if (!(error instanceof RefusedError) || error.status >= 500) return undefined;
  const byCode = refusals[error.code ?? ''];
  // After a hundred wrong passwords in a row, only browsers that the account has used before may sign in.
  if (error.status === 403) return 'closed';
  return byCode ?? ([400, 401, 404].includes(error.status) ? 'wrong' : undefined);
}

/** What a form that asks for a password shows after `login` failed. */
export function useLoginFailure(error: Error | null) {
  const refusal = readLoginRefusal(error);
  const explanation = error && !refusal ? explain(error) : undefined;
  return {
    /** The form says so at the field, in its own words. */
    isWrong: refusal === 'wrong',
    isWaiting: useIsCoolingDown(explanation),
    alert:
      refusal && refusal !== 'wrong' ? (
        <AccountRefused refusal={refusal} />
      ) : (
        explanation &&
        (explanation.retryAt ? (
          <LockedOut until={explanation.retryAt} />
        ) : (
          <Failure {...explanation} />
        ))
      ),
  };
}

/**
 * After too many wrong passwords: for how long, and who helps.
 * @param until milliseconds since the epoch, by this device's clock
 */
function LockedOut({ until }: { until: number }) {
  const seconds = useSecondsLeft(until, Date.now);
  return (
    <Alert tone={seconds > 0 ? 'bad' : 'warn'}>
      {seconds > 0 ? (
        <Trans>
          Too many attempts. Try again in <span role="timer">{formatDuration(seconds)}</span>, or
          contact <MailLink to={config.supportEmail} />.
        </Trans>
      ) : (
        <Trans>You can try again now.</Trans>
      )}
    </Alert>
  );
}

/** What to do about an account that cannot be signed in to with a password. */
function AccountRefused({ refusal }: { refusal: Exclude<LoginRefusal, 'wrong'> }) {
  const { supportEmail } = config;
  const support = <MailLink to={supportEmail} />;
  switch (refusal) {
    case 'inactive':
      return (
        <Alert>
          <Trans>This account is turned off. Contact {support}.</Trans>
        </Alert>
      );
    case 'no-password':
      return (
        <Alert>
          <Trans>
            This account has no password. Sign in the way you signed up, or reset your password.
          </Trans>
        </Alert>
      );
    case 'closed':
      return (
        <Alert>
          <Trans>
            There were too many wrong passwords for this account. Sign in from a browser you've used
            before, or contact {support}.
          </Trans>
        </Alert>
      );
  }
}
