import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';

import { config } from '../../api/config.ts';
import { RefusedError } from '../../api/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { messages } from './locales/en.po';

i18n.load('en', messages);

/** Why `login` refused an address and a password. */
export type LoginRefusal = 'wrong' | 'inactive' | 'no-password';

/** By `error_code`. An unknown address and a wrong password look the same, so nobody learns who has an account. */
const refusals: Partial<Record<string, LoginRefusal>> = {
  USER_NOT_FOUND: 'wrong',
  INVALID_PASSWORD: 'wrong',
  USER_INACTIVE: 'inactive',
  NO_PASSWORD_SET: 'no-password',
};

/** Undefined where `login` failed for a reason that has nothing to do with the credentials. */
export function readLoginRefusal(error: unknown): LoginRefusal | undefined {
  if (!(error instanceof RefusedError) || error.status >= 500) return undefined;
  const byCode = refusals[error.code ?? ''];
  return byCode ?? ([400, 401, 404].includes(error.status) ? 'wrong' : undefined);
}

/** What to do about an account that cannot be signed in to with a password. */
export function AccountRefused({ refusal }: { refusal: Exclude<LoginRefusal, 'wrong'> }) {
  const { supportEmail } = config;
  return (
    <Alert>
      {refusal === 'inactive' ? (
        <Trans>
          This account is turned off. Write to <a href={`mailto:${supportEmail}`}>{supportEmail}</a>
          .
        </Trans>
      ) : (
        <Trans>
          This account has no password. Sign in the way you signed up, or reset your password.
        </Trans>
      )}
    </Alert>
  );
}
